/** Booked meetings. */
@NullMarked
package io.issueloop.sandbox.meeting;

import org.jspecify.annotations.NullMarked;
