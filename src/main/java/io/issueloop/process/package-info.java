/**
 * 流程: the only package that knows the workflow engine: delegates, listeners, variables, engine
 * configuration.
 */
@ApplicationModule(displayName = "流程")
@NullMarked
package io.issueloop.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
