/**
 * Directory: members, teams and roles, mirrored from WeCom and dated, because KPIs ask who belonged
 * where when.
 */
@ApplicationModule(displayName = "通讯录", allowedDependencies = "shared")
@NullMarked
package io.issueloop.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
