/** Notification: who is told what and when, and the cards people act on. */
@ApplicationModule(
        displayName = "通知",
        allowedDependencies = {
            "approval",
            "issue",
            "issue::imports",
            "calendar",
            "delivery",
            "directory",
            "shared"
        })
@NullMarked
package io.issueloop.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
