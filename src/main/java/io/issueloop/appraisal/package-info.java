/** Appraisal: the life of a quarter, peer rating, appeals, targets and effects (kpi.md §4–§7). */
@ApplicationModule(
        displayName = "考核",
        allowedDependencies = {"kpi", "calendar", "delivery", "directory", "shared"})
@NullMarked
package io.issueloop.appraisal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
