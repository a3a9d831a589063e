package io.issueloop.sandbox.approval;

import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Media;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class ApprovalBeans {

    /** WeCom has a limit (301112) and does not publish it; this one is ours. */
    private static final int MOST_FORMS_IN_A_SPAN = 10_000;

    @Bean
    Console approvalConsole(Settings settings, Contacts contacts) {
        return new Console(settings, contacts);
    }

    @Bean
    Templates approvalTemplates(Store store, Ids ids) {
        return new Templates(store, ids);
    }

    @Bean
    Forms approvalForms(
            Store store, Ids ids, SandboxClock clock, Console console, Callbacks callbacks) {
        return new Forms(store, ids, clock, console, callbacks);
    }

    @Bean
    Applications applications(
            Templates templates, Forms forms, Media media, Contacts contacts, SandboxClock clock) {
        var references = new References(media, contacts, forms);
        return new Applications(templates, forms, references, new Process(contacts), clock);
    }

    @Bean
    Decisions approvalDecisions(
            Forms forms,
            Contacts contacts,
            Applications applications,
            SandboxClock clock,
            Ids ids) {
        var approvers = new ApproverDeeds(contacts, clock);
        var others = new OtherDeeds(applications, clock, ids);
        return new Decisions(forms, contacts, approvers, others);
    }

    @Bean
    FormViews formViews(Forms forms) {
        return new FormViews(forms);
    }

    @Bean
    Endpoints.Area templateApi(Templates templates, Console console) {
        return new TemplateApi(templates, console);
    }

    @Bean
    Endpoints.Area applyApi(Applications applications, Contacts contacts, Console console) {
        return new ApplyApi(applications, contacts, console);
    }

    @Bean
    Endpoints.Area approvalQueryApi(Forms forms, Console console) {
        return new ApprovalQueryApi(forms, console, MOST_FORMS_IN_A_SPAN);
    }
}
