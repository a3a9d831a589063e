/** Everybody's own numbers on the workbench (工作台). */
@NamedInterface("workbench")
@NullMarked
package io.issueloop.collaboration.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
