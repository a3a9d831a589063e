/** How the engine's work stands, read from its tables without starting it. */
@NamedInterface("health")
@NullMarked
package io.issueloop.process.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
