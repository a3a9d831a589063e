/**
 * KPIs: definitions, facts, roll-ups and their explanation (kpi.md). It has no Java arrow to {@code
 * issue}: its contract are SQL views over {@code issue_event}.
 */
@ApplicationModule(
        displayName = "指标",
        allowedDependencies = {"calendar", "delivery", "directory", "shared"})
@NullMarked
package io.issueloop.kpi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
