/** Delegates of the KPI roll-up. */
@NullMarked
package io.issueloop.process.rollup;

import org.jspecify.annotations.NullMarked;
