package io.issueloop.sandbox.agenda;

import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Store;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class AgendaBeans {

    @Bean
    Calendars calendars(Store store, Ids ids) {
        return new Calendars(store, ids);
    }

    @Bean
    Schedules schedules(Store store, Ids ids, Callbacks callbacks) {
        return new Schedules(store, ids, callbacks);
    }

    @Bean
    Endpoints.Area calendarApi(Calendars calendars, Schedules schedules, Contacts contacts) {
        return new CalendarApi(calendars, schedules, contacts);
    }

    @Bean
    Endpoints.Area scheduleApi(Calendars calendars, Schedules schedules, Contacts contacts) {
        return new ScheduleApi(calendars, schedules, new ScheduleRules(contacts));
    }
}
