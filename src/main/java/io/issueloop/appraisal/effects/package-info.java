/** Expected effects (kpi.md §7): baselines, the team pulse, milestones, evidence, and a verdict. */
@NamedInterface("effects")
@NullMarked
package io.issueloop.appraisal.effects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
