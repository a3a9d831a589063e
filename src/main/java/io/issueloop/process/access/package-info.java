/** Who may open Camunda's web applications, as whom, and what they may do and see there. */
@NamedInterface("access")
@NullMarked
package io.issueloop.process.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
