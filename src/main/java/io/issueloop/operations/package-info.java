/** Operations: what has to happen around the features: set-up, directory refresh, health. */
@ApplicationModule(
        displayName = "运维",
        allowedDependencies = {"delivery", "directory", "wecom", "shared"})
@NullMarked
package io.issueloop.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
