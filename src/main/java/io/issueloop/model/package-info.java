/**
 * Model: the diagrams, tables and forms people change in the browser: who deployed which version
 * and why, and the rules for it. What is in a model, the engine's side judges.
 */
@ApplicationModule(
        displayName = "模型",
        allowedDependencies = {"directory", "shared"})
@NullMarked
package io.issueloop.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
