/** Operations: what has to happen around the features: the commands, set-up, directory refresh. */
@ApplicationModule(
        displayName = "运维",
        allowedDependencies = {
            "appraisal",
            "calendar",
            "delivery",
            "directory",
            "issue::imports",
            "kpi",
            "notification",
            "process::health",
            "schema",
            "shared",
            "standalone",
            "wecom"
        })
@NullMarked
package io.issueloop.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
