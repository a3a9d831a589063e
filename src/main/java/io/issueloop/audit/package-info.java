/** Audit: who did what to the product and with its numbers. Reads what was recorded elsewhere. */
@ApplicationModule(
        displayName = "审计",
        allowedDependencies = {"shared"})
@NullMarked
package io.issueloop.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
