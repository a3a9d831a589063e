package io.issueloop.process.work;

import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.issue.Followers;
import io.issueloop.issue.IssueEndings;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.ProposalKind;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Proposals.Wish;
import io.issueloop.issue.Reopenings;
import io.issueloop.issue.Solution;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Joining, duplicates, issues that come back, and what all of that means for the KPIs. */
class RelationsStoryTest extends IssueStory {

    private static final Solution SOLUTION = new Solution("连接泄漏", "修复连接池", "压测通过");

    @Autowired private Followers followers;
    @Autowired private IssueEndings endings;
    @Autowired private Proposals proposals;
    @Autowired private Reopenings reopenings;
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    @DisplayName("也遇到的人和重复问题的提报人，在原问题解决时各收到一次通知")
    void followersAreToldOnce() {
        var canonical = reported(SUN, "登录页面性能差");
        followers.join(canonical, LIU);
        var duplicate = reported(ZHAO, "登录页面性能太差");
        agreed(duplicate, Wish.linking(ProposalKind.DUPLICATE, "同一个", canonical.value()));
        var handler = handlerOf(canonical);
        actions.accept(canonical, handler);
        actions.resolve(canonical, handler, SOLUTION);
        delivered(canonical);
        for (var user : new UserId[] {LIU, ZHAO}) {
            assertThat(told(user, "您也遇到的问题已解决")).isEqualTo(1);
        }
        actions.confirmSolved(canonical, SUN, Optional.of(5), "");
        delivered(canonical);
        assertThat(told(LIU, "您也遇到")).isEqualTo(1);
        assertThatThrownBy(() -> followers.join(canonical, ZHANG)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("关闭后 14 天内重新打开：新实例直接到处理问题，时限顺延且至少四个工作小时；再次解决后关闭")
    void closedIssueComesBack() {
        var issue = reported(ZHAO, "导出性能差");
        var handler = handlerOf(issue);
        closed(issue, handler);
        assertThatThrownBy(() -> reopenings.reopen(issue, handler, "不是我"))
                .isInstanceOf(Refused.class);
        clock.advance(Duration.ofDays(7));
        var due = now(issue).dueAt().orElseThrow();
        reopenings.reopen(issue, ZHAO, "又慢了");

        waitsFor(issue, handler, "处理问题", IssueStatus.HANDLING);
        assertThat(now(issue).dueAt()).contains(due.plus(Duration.ofDays(7)));
        assertThat(now(issue).closedAt()).isEmpty();
        assertThatThrownBy(() -> reopenings.reopen(issue, ZHAO, "再开")).isInstanceOf(Refused.class);
        actions.resolve(issue, handler, SOLUTION);
        actions.confirmSolved(issue, ZHAO, Optional.empty(), "");
        isOver(issue, IssueStatus.CLOSED);
        clock.advance(Duration.ofDays(15));
        assertThatThrownBy(() -> reopenings.reopen(issue, ZHAO, "晚了")).hasMessageContaining("14 天");
        assertThat(types(issue)).contains(IssueEventType.REOPENED.name());
    }

    @Test
    @DisplayName("指标：10 分钟内的误重复两边都不计；更晚的重复计入重复率、不计入解决率；复发两边都计")
    void linksReachTheFacts() {
        var first = reported(ZHAO, "支付页面性能差");
        clock.advance(Duration.ofMinutes(9));
        var twice = reported(ZHAO, "支付页面性能差");
        agreed(twice, Wish.linking(ProposalKind.DUPLICATE, "点了两次", first.value()));
        clock.advance(Duration.ofMinutes(9));
        var later = reported(SUN, "支付页面性能很差");
        agreed(later, Wish.linking(ProposalKind.DUPLICATE, "同一个", first.value()));
        var again = reported(ZHAO, "支付页面性能又差");
        agreed(again, Wish.linking(ProposalKind.RECURRENCE, "复发", first.value()));
        assertThat(facts(first)).isEqualTo("-|false|-|-");
        assertThat(facts(twice)).isEqualTo("DUPLICATE_REPORT|true|重复提报，已并入 " + first + "|-");
        assertThat(facts(later)).isEqualTo("DUPLICATE_REPORT|false|重复提报，已并入 " + first + "|-");
        assertThat(facts(again)).isEqualTo("RECURRENCE|false|-|-");
    }

    @Test
    @DisplayName("指标：撤回、无效、不予解决都不计")
    void endingsReachTheFacts() {
        var withdrawn = reported(ZHAO, "列表性能差");
        endings.withdraw(withdrawn, ZHAO, "");
        var invalid = reported(ZHAO, "弹窗性能差");
        agreed(invalid, Wish.of(ProposalKind.INVALID, "不是问题"));
        var wontFix = reported(ZHAO, "启动性能差");
        agreed(wontFix, Wish.of(ProposalKind.WONT_FIX, "下线"));
        assertThat(facts(withdrawn)).endsWith("接单前已撤回");
        assertThat(facts(invalid)).endsWith("无效问题");
        assertThat(facts(wontFix)).endsWith("经负责人确认不予处理");
    }

    private void agreed(IssueNo issue, Wish wish) {
        var proposal = proposals.propose(issue, handlerOf(issue), wish);
        proposals.decide(issue, proposal.number(), LI_XUE, true, "");
    }

    private void closed(IssueNo issue, UserId handler) {
        actions.accept(issue, handler);
        actions.resolve(issue, handler, SOLUTION);
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "");
        isOver(issue, IssueStatus.CLOSED);
    }

    private long told(UserId user, String beginning) {
        return messagesTo(user).stream()
                .filter(Notice.class::isInstance)
                .filter(message -> ((Notice) message).title().startsWith(beginning))
                .count();
    }

    private String facts(IssueNo issue) {
        var facts = new TransactionTemplate(transactions).execute(status -> prepared(issue));
        return String.valueOf(facts).replace("|t|", "|true|").replace("|f|", "|false|");
    }

    private String prepared(IssueNo issue) {
        jdbc.sql(
                        """
                select kpi_prepare('{2026Q4}', 'quarter', '2026-09-30T16:00Z', '2026-12-31T16:00Z',
                                   '2027-01-08T10:00Z', '2026-12-01T00:00Z', array[:no])
                """)
                .param("no", issue.value())
                .query()
                .listOfRows();
        return jdbc.sql(
                        """
                select concat_ws('|', coalesce(link_kind, '-'), double_submit, coalesce(duplicate_reason, '-'),
                                 coalesce(left_reason, '-'))
                  from kpi_issue
                """)
                .query(String.class)
                .single();
    }

    private java.util.List<String> types(IssueNo issue) {
        return issues.history(issue).stream().map(one -> one.event().type().name()).toList();
    }
}
