/**
 * Appraisal: the life of a quarter from its end to its archive, and what people contribute to it
 * (kpi.md §5).
 */
@ApplicationModule(
        displayName = "考核",
        allowedDependencies = {
            "kpi",
            "notification",
            "issue",
            "calendar",
            "delivery",
            "directory",
            "shared"
        })
@NullMarked
package io.issueloop.appraisal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
