package io.issueloop.notification;

import io.issueloop.approval.Approval;
import io.issueloop.approval.ApprovalState;
import io.issueloop.approval.ApprovalText;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** What messages about the approval of major issues say; pure functions. */
final class ApprovalTexts {

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

    /** Asks for a decision, with what there is to know. */
    static Notice asked(String how, Issue issue, ApprovalText text, URI link) {
        return new Notice(
                "%s：%s".formatted(how, issue.title()),
                "%s\n影响：%s\n计划：%s\n点开即可同意或驳回，企业微信审批中处理也一样，先办者为准"
                        .formatted(issue.no(), text.impact(), text.plan()),
                link);
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
