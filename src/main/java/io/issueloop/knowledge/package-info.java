/** Knowledge: the solution document of every resolved issue. */
@ApplicationModule(
        displayName = "知识库",
        allowedDependencies = {"issue", "delivery", "directory", "shared"})
@NullMarked
package io.issueloop.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
