package io.issueloop.notification;

import io.issueloop.approval.Approval;
import io.issueloop.approval.ApprovalState;
import io.issueloop.approval.ApprovalText;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.notification.Message.Button;
import io.issueloop.notification.Message.Fact;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What messages about the approval of major issues say; pure functions. */
final class ApprovalTexts {

    static final String APPROVE = "approve";

    private ApprovalTexts() {}

    /** Tells the reporter that others are asked first. */
    static Notice requested(Issue issue, Approval approval, Directory people, URI link) {
        return new Notice(
                "重大问题已提交审批：" + issue.title(),
                "%s\n审批人：%s（%s）\n批准后马上派给处理人，等待的时间顺延"
                        .formatted(
                                issue.no(),
                                names(approval.approvers(), people),
                                approval.rule().label()),
                link);
    }

    /** Where a card is shown, and what a finished one says. */
    record Place(String cardId, Directory people, URI link, String outcome) {}

    /** Asks for a decision: 同意 at once, 驳回 on the page, because a card takes no text. */
    static ActionCard card(ApprovalAsk why, Issue issue, ApprovalText text, Place place) {
        var reject = URI.create(place.link() + "#reject");
        var buttons =
                place.outcome().isEmpty()
                        ? List.of(
                                new Button(APPROVE, "同意", true, Optional.empty()),
                                new Button("reject", "驳回", false, Optional.of(reject)))
                        : List.<Button>of();
        return new ActionCard(
                place.cardId(),
                why.label() + "：" + issue.title(),
                issue.no() + " 与企业微信审批效果相同，先办者为准",
                facts(issue, text, place.people()),
                Optional.empty(),
                buttons,
                Optional.of(place.outcome()).filter(outcome -> !outcome.isEmpty()),
                place.link());
    }

    private static List<Fact> facts(Issue issue, ApprovalText text, Directory people) {
        return List.of(
                new Fact("提报人", people.name(issue.reporter()), Optional.of(issue.reporter())),
                Fact.of("紧急程度", issue.urgency().label()),
                Fact.of("影响", text.impact()),
                Fact.of("处理人", issue.handler().map(people::name).orElse("待定")),
                Fact.of("处理计划", text.plan()));
    }

    /** Tells the reporter how it ended. */
    static Notice result(Issue issue, Approval approval, String decided, URI link) {
        if (approval.state() == ApprovalState.APPROVED) {
            return new Notice(
                    "重大问题已批准：" + issue.title(), issue.no() + "\n" + decided + "\n问题按重大问题处理", link);
        }
        return new Notice(
                "重大问题上报未通过：" + issue.title(),
                issue.no() + "\n" + decided + "\n问题不会搁置，按普通问题继续处理",
                link);
    }

    /** Tells the other approvers that nothing is left to do. */
    static Notice settled(Issue issue, Approval approval, String decided, URI link) {
        var form = approval.form().map(number -> "\n企业微信审批单 " + number + " 无需再处理").orElse("");
        return new Notice("审批已有结果：" + issue.title(), issue.no() + "\n" + decided + form, link);
    }

    /** Work goes on although the approval was taken back. */
    static Notice revoked(Issue issue, URI link) {
        return new Notice(
                "审批通过后被撤销：" + issue.title(), issue.no() + "\n撤销已登记，处理照常进行；如需停止，请联系团队负责人", link);
    }

    /** Work begins before the result. */
    static Notice actedFirst(Issue issue, String by, URI link) {
        return new Notice(
                "先处理后审批：" + issue.title(),
                "%s\n%s批示先处理后审批，处理已经开始，审批继续进行".formatted(issue.no(), by),
                link);
    }

    private static String names(List<UserId> users, Directory people) {
        return users.stream().map(people::name).collect(Collectors.joining("、"));
    }
}
