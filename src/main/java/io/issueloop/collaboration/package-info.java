/** Collaboration: the tracking row and the calendar entry that show an issue in WeCom. */
@ApplicationModule(
        displayName = "协同",
        allowedDependencies = {"issue", "calendar", "delivery", "directory", "shared"})
@NullMarked
package io.issueloop.collaboration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
