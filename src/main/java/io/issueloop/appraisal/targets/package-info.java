/** Targets of coming quarters, and the grade of a quarter that is over (kpi.md §6). */
@NamedInterface("targets")
@NullMarked
package io.issueloop.appraisal.targets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
