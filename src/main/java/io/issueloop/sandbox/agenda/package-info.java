/** Calendars and schedules. */
@NullMarked
package io.issueloop.sandbox.agenda;

import org.jspecify.annotations.NullMarked;
