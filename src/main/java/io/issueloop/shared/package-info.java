/** Value types every module speaks: no logic, no dependencies. */
@ApplicationModule(
        displayName = "共用类型",
        allowedDependencies = {})
@NullMarked
package io.issueloop.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
