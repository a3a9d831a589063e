/** Collaboration: what shows an issue in WeCom, reviews of issues and weekly reports. */
@ApplicationModule(
        displayName = "协同",
        allowedDependencies = {"issue", "kpi", "calendar", "delivery", "directory", "shared"})
@NullMarked
package io.issueloop.collaboration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
