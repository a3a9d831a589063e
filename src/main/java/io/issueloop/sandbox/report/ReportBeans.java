package io.issueloop.sandbox.report;

import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class ReportBeans {

    @Bean
    ReportTemplates reportTemplates() {
        return new ReportTemplates();
    }

    @Bean
    Reports reports(
            Store store,
            ReportTemplates templates,
            Contacts contacts,
            Ids ids,
            SandboxClock clock) {
        return new Reports(store, templates, contacts, ids, clock);
    }

    @Bean
    Endpoints.Area reportApi(
            Reports reports, ReportTemplates templates, Contacts contacts, SandboxClock clock) {
        var stats = new ReportStats(reports, contacts, clock);
        return new ReportApi(reports, templates, contacts, stats);
    }
}
