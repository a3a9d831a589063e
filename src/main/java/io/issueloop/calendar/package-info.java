/**
 * Working calendar: what counts as working time, for due times, elapsed times and pauses alike
 * (kpi.md §2).
 */
@ApplicationModule(displayName = "工作日历", allowedDependencies = "shared")
@NullMarked
package io.issueloop.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
