/** Approval: who is asked about a major issue, who said what on whose behalf, and what follows. */
@ApplicationModule(
        displayName = "审批",
        allowedDependencies = {"issue", "calendar", "delivery", "directory", "shared"})
@NullMarked
package io.issueloop.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
