/** Who may create tables, and when: nodes that start together take turns. */
@ApplicationModule(
        displayName = "表结构",
        allowedDependencies = {})
@NullMarked
package io.issueloop.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
