/** Delegates and listeners of {@code peer_rating} and {@code learning_plan}. */
@NullMarked
package io.issueloop.process.people;

import org.jspecify.annotations.NullMarked;
