/**
 * 单机运行: what stands in when nothing is configured: embedded PostgreSQL, the WeCom sandbox, the
 * clock of a trial.
 */
@ApplicationModule(displayName = "单机运行")
@NullMarked
package io.issueloop.standalone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
