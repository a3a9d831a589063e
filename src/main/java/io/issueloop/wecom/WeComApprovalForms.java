package io.issueloop.wecom;

import io.issueloop.approval.ApprovalForms;
import io.issueloop.approval.NativeForm;
import io.issueloop.issue.IssueNo;
import io.issueloop.wecom.ApprovalApi.Filter;
import io.issueloop.wecom.ApprovalApi.Form;
import io.issueloop.wecom.ApprovalApi.Query;
import io.issueloop.wecom.ApprovalApi.WhichForm;
import io.issueloop.wecom.WeComResources.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Native approval: apply, look up, read (pages 91853, 91816, 91983). */
@Component
class WeComApprovalForms implements ApprovalForms {

    /** A look covers at most 31 days (page 91816). */
    private static final Duration SPAN = Duration.ofDays(30);

    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private final ApprovalApi api;
    private final WeComResources resources;
    private final ApplicationForm paper;
    private final Clock clock;

    WeComApprovalForms(
            ApprovalApi api, WeComResources resources, ApplicationForm paper, Clock clock) {
        this.api = api;
        this.resources = resources;
        this.paper = paper;
        this.clock = clock;
    }

    @Override
    public String apply(Application application) {
        return api.apply(paper.of(application, template())).sp_no();
    }

    /** Only a form like the one we send: anybody may fill in the same template by hand. */
    @Override
    public Optional<String> find(Application application, Instant since) {
        var filters =
                List.of(
                        new Filter("template_id", template()),
                        new Filter("creator", application.applicant().value()));
        return numbers(since, filters).stream()
                .flatMap(number -> form(number).stream())
                .filter(form -> isOf(form, application))
                .map(Form::sp_no)
                .findFirst();
    }

    @Override
    public Optional<NativeForm> read(String number) {
        return form(number).map(FormReading::of);
    }

    /** Forms of ours that were taken back after they had been approved, lately. */
    List<String> revokedAfterApproval() {
        var filters =
                List.of(
                        new Filter("template_id", template()),
                        new Filter(
                                "sp_status", String.valueOf(ApprovalApi.REVOKED_AFTER_APPROVAL)));
        return numbers(clock.instant().minus(SPAN), filters);
    }

    boolean isSetUp() {
        return resources.find(Kind.APPROVAL_TEMPLATE, MajorIssueForm.NAME).isPresent();
    }

    private List<String> numbers(Instant since, List<Filter> filters) {
        var until = clock.instant().plus(CLOCKS_APART);
        var from = since.isBefore(until.minus(SPAN)) ? until.minus(SPAN) : since;
        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var page =
                    api.list(
                            new Query(
                                    String.valueOf(from.getEpochSecond()),
                                    String.valueOf(until.getEpochSecond()),
                                    cursor,
                                    ApprovalApi.PAGE,
                                    filters));
            found.addAll(page.sp_no_list());
            cursor = page.new_next_cursor();
        } while (!cursor.isEmpty());
        return found;
    }

    private Optional<Form> form(String number) {
        return Existing.find(() -> api.detail(new WhichForm(number)).info());
    }

    private static boolean isOf(Form form, Application application) {
        var asked =
                form.sp_record().stream()
                        .flatMap(step -> step.details().stream())
                        .map(FormReading::approver)
                        .toList();
        return issueNo(form).equals(application.issueNo().value())
                && application.approvers().stream().allMatch(user -> asked.contains(user.value()));
    }

    /** The number it carries; empty text when it carries none. */
    private static String issueNo(Form form) {
        var filled = form.apply_data();
        return filled == null
                ? ""
                : filled.contents().stream()
                        .filter(content -> content.id().equals(MajorIssueForm.ISSUE_NO.id()))
                        .map(content -> content.value())
                        .filter(java.util.Objects::nonNull)
                        .map(value -> value.path("text").asText())
                        .filter(IssueNo::isIssueNo)
                        .findFirst()
                        .orElse("");
    }

    private String template() {
        return resources.get(Kind.APPROVAL_TEMPLATE, MajorIssueForm.NAME).id();
    }
}
