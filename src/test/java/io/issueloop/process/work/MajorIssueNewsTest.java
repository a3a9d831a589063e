package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.APPROVAL_DECIDED;
import static io.issueloop.issue.IssueEventType.APPROVAL_OPINION;
import static io.issueloop.issue.IssueEventType.APPROVAL_REVOKED;
import static io.issueloop.issue.IssueEventType.APPROVAL_SUBMITTED;
import static io.issueloop.issue.IssueEventType.RESUMED;
import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.WANG_LEI;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.approval.NativeForm.Status;
import io.issueloop.approval.Opinion.Kind;
import io.issueloop.issue.IssueNo;
import io.issueloop.notification.Message;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** News of an approval: early, late, twice, at once, and from both doors; who hears of it. */
class MajorIssueNewsTest extends MajorIssueStory {

    @Test
    @DisplayName("回执丢失、回调先到：不会再提交一张，受理后立即按现状处理")
    void newsBeforeTheNumberIsKnown() {
        var issue = ticked();
        forms.losesReply = true;
        assertThatThrownBy(() -> delivered(issue)).hasMessageContaining("审批单未送达");
        natives.changed(forms.says(issue, LI_XUE, Kind.AGREED, "", Status.APPROVED));
        isAwaitingApproval(issue);
        delivered(issue);
        goesOn(issue, true);
        assertThat(forms.applicationsOf(issue)).isEqualTo(1);
        assertThat(times(issue, APPROVAL_SUBMITTED)).isEqualTo(1);
    }

    @Test
    @DisplayName("同一结果收到两次、同一秒两条、结束之后再来：各只生效一次")
    void newsTwiceAndLate() throws Exception {
        var issue = submitted(ticked());
        var number = forms.says(issue, LI_XUE, Kind.AGREED, "", Status.APPROVED);
        atOnce(List.of(() -> changed(number), () -> changed(number), () -> changed(number)));
        natives.changed(number);
        goesOn(issue, true);
        assertThat(times(issue, APPROVAL_DECIDED)).isEqualTo(1);
        assertThat(times(issue, RESUMED)).isEqualTo(1);
        assertThat(approvals.opinions(issue)).hasSize(1);
    }

    private Void changed(String number) {
        natives.changed(number);
        return null;
    }

    @Test
    @DisplayName("转审、退回、加签：继续等待并显示；转审后由接手人代为同意")
    void whatKeepsItWaiting() {
        var issue = submitted(ticked());
        natives.changed(forms.says(issue, LI_XUE, Kind.SENT_BACK, "补充影响", Status.RUNNING));
        natives.changed(forms.says(issue, LI_XUE, Kind.SIGNER_ADDED, "", Status.RUNNING));
        natives.changed(forms.says(issue, LI_XUE, Kind.TRANSFERRED, "请王磊看", Status.RUNNING));
        isAwaitingApproval(issue);
        assertThat(times(issue, APPROVAL_OPINION)).isEqualTo(3);
        natives.changed(forms.says(issue, WANG_LEI, Kind.AGREED, "同意", Status.APPROVED));
        goesOn(issue, true);
        assertThat(lastText(issue, APPROVAL_DECIDED, "onBehalfOf")).isEqualTo("lixue");
    }

    @Test
    @DisplayName("转审给提报人，提报人同意：不计，继续等审批人")
    void thePartyConcernedDoesNotDecide() {
        var issue = submitted(ticked());
        forms.says(issue, LI_XUE, Kind.TRANSFERRED, "", Status.RUNNING);
        natives.changed(forms.says(issue, ZHAO, Kind.AGREED, "我同意", Status.APPROVED));
        isAwaitingApproval(issue);
        assertThat(lastText(issue, APPROVAL_OPINION, "opinion")).isEqualTo("DISREGARDED");
        decisions.decide(issue, LI_XUE, true, "");
        goesOn(issue, true);
    }

    @Test
    @DisplayName("通过后撤销：登记并告知，处理照常进行")
    void revokedAfterApproval() {
        var issue = submitted(ticked());
        natives.changed(forms.says(issue, LI_XUE, Kind.AGREED, "", Status.APPROVED));
        var number = forms.becomes(issue, Status.REVOKED_AFTER_APPROVAL);
        natives.changed(number);
        natives.changed(number);
        goesOn(issue, true);
        assertThat(times(issue, APPROVAL_REVOKED)).isEqualTo(1);
        delivered(issue);
        assertThat(titlesTo(handlerOf(issue))).contains("审批通过后被撤销：订单页面性能很差");
    }

    @Test
    @DisplayName("两个门同时审批：一个生效，另一个得到说明")
    void bothDoorsAtOnce() throws Exception {
        var issue = submitted(urgent("线上服务宕机，有错误"));
        fires(issue, "BoundaryEvent_NotAccepted");
        var refused =
                atOnce(List.of(() -> decide(issue, LI_XUE, true), () -> decide(issue, CTO, false)));
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0)).isInstanceOf(Refused.class).hasMessageContaining("无需再处理");
        assertThat(times(issue, APPROVAL_DECIDED)).isEqualTo(1);
        assertThat(instances(issue, "major_issue_approval")).isZero();
    }

    private Void decide(IssueNo issue, UserId by, boolean agree) {
        decisions.decide(issue, by, agree, "原因");
        return null;
    }

    @Test
    @DisplayName("有关的人都得到消息：提报人、其他审批人；被催的人拿到审批页面")
    void everybodyConcernedIsTold() {
        var issue = submitted(urgent("线上服务宕机，有错误"));
        assertThat(titlesTo(ZHAO)).contains("重大问题已提交审批：线上服务宕机，有错误");
        clock.moveTo(approvals.get(issue).times().remindAt());
        fires(issue, "BoundaryEvent_RemindDue");
        delivered(issue);
        var reminder = (Message.ActionCard) messagesTo(CTO).get(0);
        assertThat(reminder.title()).isEqualTo("提醒审批重大问题：线上服务宕机，有错误");
        assertThat(reminder.link().toString()).endsWith("/m/approve/" + issue);

        decisions.decide(issue, LI_XUE, false, "先评估影响");
        delivered(issue);
        assertThat(titlesTo(CTO)).contains("审批已有结果：线上服务宕机，有错误");
        assertThat(titlesTo(ZHAO)).contains("重大问题上报未通过：线上服务宕机，有错误");
    }

    private List<String> titlesTo(UserId user) {
        return messagesTo(user).stream()
                .map(message -> message instanceof Message.Notice notice ? notice.title() : "card")
                .toList();
    }

    /** What went wrong for whoever came second. */
    private static List<Throwable> atOnce(List<Callable<Void>> doors) throws Exception {
        var people = Executors.newFixedThreadPool(doors.size());
        try {
            var failed = new ArrayList<Throwable>();
            for (Future<Void> done : people.invokeAll(doors)) {
                try {
                    done.get();
                } catch (java.util.concurrent.ExecutionException problem) {
                    failed.add(problem.getCause());
                }
            }
            return failed;
        } finally {
            people.shutdown();
        }
    }
}
