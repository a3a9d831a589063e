/** Issue: one reported problem, its life cycle and everything that ever happened to it. */
@ApplicationModule(
        displayName = "问题",
        allowedDependencies = {"calendar", "directory", "shared"})
@NullMarked
package io.issueloop.issue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
