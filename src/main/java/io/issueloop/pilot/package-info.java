/** Pilot: what the people who try it say of it. Who takes part is known to the directory. */
@ApplicationModule(
        displayName = "试点",
        allowedDependencies = {"shared"})
@NullMarked
package io.issueloop.pilot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
