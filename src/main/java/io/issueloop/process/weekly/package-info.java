/** Delegates of the weekly report. */
@NullMarked
package io.issueloop.process.weekly;

import org.jspecify.annotations.NullMarked;
