/** Delegates and listeners of {@code kpi_appeal}. */
@NullMarked
package io.issueloop.process.appeal;

import org.jspecify.annotations.NullMarked;
