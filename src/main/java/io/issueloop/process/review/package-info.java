/** Delegates and listeners of the reviews. */
@NullMarked
package io.issueloop.process.review;

import org.jspecify.annotations.NullMarked;
