/** Brings edited models into the engine and keeps what was edited in the browser. */
@NamedInterface("deployment")
@NullMarked
package io.issueloop.process.deployment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
