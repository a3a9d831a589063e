/** Delegates and listeners of setting targets, and the tables behind them. */
@NullMarked
package io.issueloop.process.targets;

import org.jspecify.annotations.NullMarked;
