package io.issueloop.sandbox.meeting;

import io.issueloop.sandbox.agenda.Calendars;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class MeetingBeans {

    @Bean
    Meetings meetings(Store store, Ids ids, SandboxClock clock, Callbacks callbacks) {
        return new Meetings(store, ids, clock, callbacks);
    }

    @Bean
    Endpoints.Area meetingApi(
            Meetings meetings,
            Contacts contacts,
            Calendars calendars,
            SandboxClock clock,
            Settings settings) {
        var rules = new MeetingRules(contacts, calendars, clock, settings);
        return new MeetingApi(meetings, rules, contacts, settings);
    }
}
