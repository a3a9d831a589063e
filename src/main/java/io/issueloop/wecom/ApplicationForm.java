package io.issueloop.wecom;

import io.issueloop.approval.ApprovalForms.Application;
import io.issueloop.approval.ApprovalRule;
import io.issueloop.directory.Directory;
import io.issueloop.notification.Links;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.ApprovalApi.Content;
import io.issueloop.wecom.ApprovalApi.Contents;
import io.issueloop.wecom.ApprovalApi.MemberValue;
import io.issueloop.wecom.ApprovalApi.Node;
import io.issueloop.wecom.ApprovalApi.Process;
import io.issueloop.wecom.ApprovalApi.Summary;
import io.issueloop.wecom.ApprovalApi.Value;
import io.issueloop.wecom.ApprovalTemplateApi.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Fills in the form 重大问题上报 (page 91853). */
@Component
class ApplicationForm {

    private static final int LONGEST_SUMMARY = 20;
    private static final int SEQUENTIAL = 3;

    private final Directory people;
    private final Links links;

    ApplicationForm(Directory people, Links links) {
        this.people = people;
        this.links = links;
    }

    ApprovalApi.Application of(Application application, String template) {
        return new ApprovalApi.Application(
                application.applicant().value(),
                template,
                0,
                null,
                new Process(nodes(application)),
                new Contents(contents(application)),
                summary(application));
    }

    private static List<Node> nodes(Application application) {
        var nodes = new ArrayList<Node>();
        nodes.add(
                new Node(
                        ApprovalApi.APPROVER,
                        relation(application.rule()),
                        ids(application.approvers())));
        if (!application.copied().isEmpty()) {
            nodes.add(new Node(ApprovalApi.CC, null, ids(application.copied())));
        }
        return nodes;
    }

    private static int relation(ApprovalRule rule) {
        return switch (rule) {
            case ANY -> ApprovalApi.ANY;
            case ALL -> ApprovalApi.ALL;
            case SEQUENTIAL -> SEQUENTIAL;
        };
    }

    private List<Content> contents(Application application) {
        var applicant = application.applicant();
        var reporter = new MemberValue(applicant.value(), people.name(applicant));
        return List.of(
                content(MajorIssueForm.ISSUE_NO, application.issueNo().value()),
                content(MajorIssueForm.DESCRIPTION, application.text().what()),
                content(MajorIssueForm.IMPACT, application.text().impact()),
                content(MajorIssueForm.PLAN, application.text().plan()),
                content(MajorIssueForm.REPORTER, Value.members(List.of(reporter))),
                content(MajorIssueForm.LINK, links.approve(application.issueNo()).toString()));
    }

    private static Content content(MajorIssueForm control, String text) {
        return content(control, Value.text(text));
    }

    private static Content content(MajorIssueForm control, Value value) {
        return new Content(control.control(), control.id(), value);
    }

    private static List<Summary> summary(Application application) {
        var firstLine = application.text().what().lines().findFirst().orElse("");
        return Stream.of(application.issueNo().value(), firstLine)
                .map(line -> Text.chinese(WireText.cut(line, LONGEST_SUMMARY)))
                .map(text -> new Summary(List.of(text)))
                .toList();
    }

    private static List<String> ids(List<UserId> users) {
        return users.stream().map(UserId::value).toList();
    }
}
