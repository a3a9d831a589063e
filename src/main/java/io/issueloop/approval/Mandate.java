package io.issueloop.approval;

import io.issueloop.approval.Opinion.Kind;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issues;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who may speak now, and for whom. Asked again at every door and under the approval's lock,
 * whatever a card, a link or a task promised before (trust.md §2).
 */
@Component
class Mandate {

    private final Opinions opinions;
    private final Issues issues;
    private final Verdict verdict;
    private final Directory directory;

    Mandate(Opinions opinions, Issues issues, Verdict verdict, Directory directory) {
        this.opinions = opinions;
        this.issues = issues;
        this.verdict = verdict;
        this.directory = directory;
    }

    static Refused notAsked() {
        return new Refused("该问题没有提交审批");
    }

    /**
     * @throws Refused with the result, when there is one
     */
    void requireWaiting(Approval approval) {
        if (!approval.isWaiting()) {
            throw new Refused("这个审批已有结果：%s，无需再处理".formatted(verdict.sentence(approval)));
        }
    }

    /**
     * Whose voice it is: their own, or, for a deputy, that of the next approver.
     *
     * @throws Refused with the reason when this person may not speak now
     */
    UserId represented(Approval approval, UserId by) {
        if (ApproverChoice.isBiased(issues.get(approval.issueNo()), by)) {
            throw new Refused("提报人和处理人不能审批自己的问题");
        }
        var said = opinions.of(approval.issueNo());
        var next = approval.next(said);
        if (next.contains(by)) {
            return by;
        }
        if (approval.approvers().contains(by)) {
            throw new Refused(
                    approval.missing(said).contains(by)
                            ? "请等%s先审批".formatted(directory.name(next.get(0)))
                            : "您已同意，正在等其他审批人");
        }
        if (approval.deputies().contains(by)) {
            return next.get(0);
        }
        throw new Refused("只有审批人可以审批这个问题");
    }

    /**
     * One request is one voice: a deputy who presses the same card twice does not speak for two.
     *
     * @param asked when the card was sent
     * @throws Refused when the person has agreed since
     */
    void requireNotSpoken(Approval approval, UserId by, Instant asked) {
        List<Opinion> since =
                opinions.of(approval.issueNo()).stream()
                        .filter(opinion -> opinion.kind() == Kind.AGREED)
                        .filter(opinion -> opinion.by().equals(by))
                        .filter(opinion -> !opinion.at().isBefore(asked))
                        .toList();
        if (!since.isEmpty()) {
            throw new Refused("您已同意，正在等其他审批人");
        }
    }
}
