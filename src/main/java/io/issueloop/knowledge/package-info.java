/** Knowledge: the solution document of every issue, and articles written from them. */
@ApplicationModule(
        displayName = "知识库",
        allowedDependencies = {"issue", "notification", "delivery", "directory", "shared"})
@NullMarked
package io.issueloop.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
