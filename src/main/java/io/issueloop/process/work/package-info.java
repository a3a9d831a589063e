/** Delegates and listeners of the issue processes. */
@NullMarked
package io.issueloop.process.work;

import org.jspecify.annotations.NullMarked;
