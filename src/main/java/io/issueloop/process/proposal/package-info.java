/** Delegates and listeners of {@code proposal_review}, and the early endings of an issue. */
@NullMarked
package io.issueloop.process.proposal;

import org.jspecify.annotations.NullMarked;
