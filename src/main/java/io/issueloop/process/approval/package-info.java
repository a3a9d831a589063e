/** Delegates and listeners of the approval of major issues. */
@NullMarked
package io.issueloop.process.approval;

import org.jspecify.annotations.NullMarked;
