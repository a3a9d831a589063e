/** Follows a pause up: its cap, and the lead's approval. */
@NullMarked
package io.issueloop.process.pause;

import org.jspecify.annotations.NullMarked;
