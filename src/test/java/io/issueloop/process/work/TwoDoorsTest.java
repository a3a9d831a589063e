package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.ACCEPTED;
import static io.issueloop.issue.IssueEventType.ACTED_FIRST;
import static io.issueloop.issue.IssueEventType.APPROVAL_DECIDED;
import static io.issueloop.issue.IssueEventType.ASSIGNED;
import static io.issueloop.issue.IssueEventType.CATEGORY_DISPUTED;
import static io.issueloop.issue.IssueEventType.INVALIDATED;
import static io.issueloop.issue.IssueEventType.JOINED;
import static io.issueloop.issue.IssueEventType.PAUSED;
import static io.issueloop.issue.IssueEventType.PAUSE_APPROVED;
import static io.issueloop.issue.IssueEventType.PROPOSAL_DECLINED;
import static io.issueloop.issue.IssueEventType.PROPOSED;
import static io.issueloop.issue.IssueEventType.RATED;
import static io.issueloop.issue.IssueEventType.RATING_FOLLOWED_UP;
import static io.issueloop.issue.IssueEventType.RECLASSIFIED;
import static io.issueloop.issue.IssueEventType.REFUSED;
import static io.issueloop.issue.IssueEventType.REOPENED;
import static io.issueloop.issue.IssueEventType.RESOLUTION_CONFIRMED;
import static io.issueloop.issue.IssueEventType.RESOLVED;
import static io.issueloop.issue.IssueEventType.RESUMED;
import static io.issueloop.issue.IssueEventType.SOLUTION_COMPLETED;
import static io.issueloop.issue.IssueEventType.TRIAGED;
import static io.issueloop.issue.IssueEventType.WITHDRAWN;
import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.delivery.Mode;
import io.issueloop.issue.Categories;
import io.issueloop.issue.Categories.Correction;
import io.issueloop.issue.FollowUpActions;
import io.issueloop.issue.Followers;
import io.issueloop.issue.IssueEndings;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.PauseApprovals;
import io.issueloop.issue.ProposalKind;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Proposals.Wish;
import io.issueloop.issue.Reassignment;
import io.issueloop.issue.Reopenings;
import io.issueloop.issue.Solution;
import io.issueloop.notification.CardActions;
import io.issueloop.notification.CardClick;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every human action through two doors at the same moment, on a real database, in both orders: one
 * wins, the other is told in Chinese, it is recorded once, and engine and domain agree.
 */
class TwoDoorsTest extends MajorIssueStory {

    private static final Solution SOLUTION = new Solution("断电", "上电", "已看");
    private static final Map<String, List<String>> OPEN_TASKS =
            Map.of(
                    "TRIAGE", List.of("Task_TriageIssue"),
                    "AWAITING_APPROVAL", List.of(),
                    "ASSIGNED", List.of("Task_AcceptIssue"),
                    "HANDLING", List.of("Task_HandleIssue"),
                    "PAUSED", List.of("Task_AnswerQuestion", "Task_ResumeIssue"),
                    "RESOLVED", List.of("Task_EvaluateSolution", "Task_ConfirmOwnSolution"),
                    "CLOSED", List.of(),
                    "CANCELLED", List.of(),
                    "INVALID", List.of());
    private static final Set<String> MAIN_TASKS =
            Set.of(
                    "Task_TriageIssue",
                    "Task_AcceptIssue",
                    "Task_HandleIssue",
                    "Task_AnswerQuestion",
                    "Task_ResumeIssue",
                    "Task_EvaluateSolution",
                    "Task_ConfirmOwnSolution");

    @Autowired private CardActions cards;
    @Autowired private Proposals proposals;
    @Autowired private PauseApprovals pauseApprovals;
    @Autowired private FollowUpActions followUps;
    @Autowired private Reassignment reassignment;
    @Autowired private Reopenings reopenings;
    @Autowired private Categories categories;
    @Autowired private Followers followers;
    @Autowired private IssueEndings endings;

    private final Map<IssueNo, UserId> holders = new HashMap<>();

    /**
     * One race.
     *
     * @param counted exactly one event of these is added
     */
    private record Race(
            String name,
            Function<TwoDoorsTest, IssueNo> before,
            Door one,
            Door other,
            Set<IssueEventType> counted) {}

    private interface Door {
        void through(TwoDoorsTest all, IssueNo issue);
    }

    @TestFactory
    @DisplayName("两个入口同时办理：一个生效，另一个得到说明")
    Stream<DynamicTest> oneWins() {
        return Stream.of(onTheWay(), afterwards(), decisionsOfLeads())
                .flatMap(races -> races)
                .map(race -> DynamicTest.dynamicTest(race.name(), () -> run(race)));
    }

    @Test
    @DisplayName("问题结束之后、还没到这一步的卡片回调：不起作用，不出错")
    void pressesTooLateAndTooEarly() {
        var issue = accepted();
        delivered(issue);
        var handler = handlerOf(issue);
        actions.resolve(issue, handler, SOLUTION);
        delivered(issue);
        actions.confirmSolved(issue, ZHAO, Optional.of(5), "");
        var events = issues.history(issue).size();
        press(issue, handler, "accept");
        press(issue, handler, "resolve");
        press(issue, ZHAO, "solved");
        press(issue, ZHAO, "unsolved");
        assertThat(issues.history(issue)).hasSize(events);
        agree(issue);

        var early = accepted();
        delivered(early);
        press(early, handlerOf(early), "solved");
        press(early, handlerOf(early), "approve");
        press(early, handlerOf(early), "no such button");
        assertThat(now(early).status()).isEqualTo(IssueStatus.HANDLING);
        agree(early);
    }

    private void run(Race race) throws Exception {
        for (int order = 0; order < 2; order++) {
            clock.advance(Duration.ofMinutes(2)); // acknowledgements are limited by the minute
            var issue = race.before().apply(this);
            delivered(issue);
            now(issue).handler().ifPresent(handler -> holders.put(issue, handler));
            var before = counted(issue, race.counted());
            Runnable one = () -> race.one().through(this, issue);
            Runnable other = () -> race.other().through(this, issue);
            var outcomes = order == 0 ? AtOnce.both(one, other) : AtOnce.both(other, one);
            assertThat(outcomes).contains("done");
            assertThat(outcomes).allMatch(said -> said.equals("done") || AtOnce.isExplained(said));
            assertThat(counted(issue, race.counted()) - before).as("events of %s", issue).isOne();
            agree(issue);
        }
    }

    private long counted(IssueNo issue, Set<IssueEventType> types) {
        return types.stream().mapToLong(type -> times(issue, type)).sum();
    }

    private void agree(IssueNo issue) {
        var status = now(issue).status();
        var open =
                tasks.createTaskQuery().processInstanceBusinessKey(issue.value()).list().stream()
                        .map(Task::getTaskDefinitionKey)
                        .filter(MAIN_TASKS::contains)
                        .toList();
        var wanted = OPEN_TASKS.get(status.name());
        assertThat(wanted).as("status %s", status).containsAll(open);
        assertThat(open).as("open tasks of %s", status).hasSize(wanted.isEmpty() ? 0 : 1);
        assertThat(instances(issue, "issue_lifecycle")).isEqualTo(status.isEnd() ? 0 : 1);
    }

    private static Stream<Race> onTheWay() {
        return Stream.of(
                new Race(
                        "分诊：页面和 Tasklist",
                        all -> all.reported(ZHAO, "今天又出现了昨天的情况"),
                        (all, no) -> all.actions.triage(no, LI_XUE, "技术"),
                        (all, no) -> all.inTask(no, CTO, Map.of("chosenCategory", "流程")),
                        Set.of(TRIAGED)),
                new Race(
                        "接单：卡片和 Tasklist",
                        TwoDoorsTest::assigned,
                        (all, no) -> all.press(no, all.holder(no), "accept"),
                        (all, no) -> all.inTask(no, all.holder(no), Map.of("acceptance", "accept")),
                        Set.of(ACCEPTED)),
                new Race(
                        "接单：同一张卡片连按两次",
                        TwoDoorsTest::assigned,
                        (all, no) -> all.press(no, all.holder(no), "accept"),
                        (all, no) -> all.press(no, all.holder(no), "accept"),
                        Set.of(ACCEPTED)),
                new Race(
                        "接单和退回",
                        TwoDoorsTest::assigned,
                        (all, no) -> all.actions.accept(no, all.holder(no)),
                        (all, no) -> all.actions.refuse(no, all.holder(no), "误派"),
                        Set.of(ACCEPTED, REFUSED)),
                new Race(
                        "接单和撤回",
                        TwoDoorsTest::assigned,
                        (all, no) -> all.actions.accept(no, all.holder(no)),
                        (all, no) -> all.endings.withdraw(no, ZHAO, "搞错了"),
                        Set.of(ACCEPTED, WITHDRAWN)),
                new Race(
                        "撤回两次",
                        TwoDoorsTest::assigned,
                        (all, no) -> all.endings.withdraw(no, ZHAO, "搞错了"),
                        (all, no) -> all.endings.withdraw(no, ZHAO, "又点一次"),
                        Set.of(WITHDRAWN)),
                new Race(
                        "已解决：卡片和页面",
                        TwoDoorsTest::accepted,
                        (all, no) -> all.press(no, all.holder(no), "resolve"),
                        (all, no) -> all.actions.resolve(no, all.holder(no), SOLUTION),
                        Set.of(RESOLVED)),
                new Race(
                        "需要信息和暂停",
                        TwoDoorsTest::accepted,
                        (all, no) -> all.actions.askForInformation(no, all.holder(no), "哪个分支？"),
                        (all, no) -> all.actions.pause(no, all.holder(no), "等备件", "供应商"),
                        Set.of(PAUSED)),
                new Race(
                        "转交和已解决",
                        TwoDoorsTest::accepted,
                        (all, no) ->
                                all.actions.handOver(
                                        no, all.holder(no), all.peerOf(no).value(), "请接手"),
                        (all, no) -> all.actions.resolve(no, all.holder(no), SOLUTION),
                        Set.of(ASSIGNED, RESOLVED)),
                new Race(
                        "恢复：页面和 Tasklist",
                        all -> all.paused(),
                        (all, no) -> all.actions.resume(no, all.holder(no), "到货"),
                        (all, no) -> all.inTask(no, all.holder(no), Map.of("resumeNote", "到货")),
                        Set.of(RESUMED)),
                new Race(
                        "补充信息：页面和 Tasklist",
                        all -> all.asked(),
                        (all, no) -> all.actions.answer(no, ZHAO, "main"),
                        (all, no) -> all.inTask(no, ZHAO, Map.of("answer", "main 分支")),
                        Set.of(RESUMED)),
                new Race(
                        "改派给同一人两次",
                        TwoDoorsTest::assigned,
                        (all, no) ->
                                all.reassignment.reassign(
                                        no, LI_XUE, all.otherThanFirst(no).value(), ""),
                        (all, no) ->
                                all.reassignment.reassign(
                                        no, CTO, all.otherThanFirst(no).value(), ""),
                        Set.of(ASSIGNED)));
    }

    private static Stream<Race> afterwards() {
        return Stream.of(
                new Race(
                        "评价和未解决：卡片和页面",
                        TwoDoorsTest::resolved,
                        (all, no) -> all.press(no, ZHAO, "solved"),
                        (all, no) -> all.actions.reject(no, ZHAO, "还是错"),
                        Set.of(RATED, REOPENED)),
                new Race(
                        "评价：同一张卡片连按两次",
                        TwoDoorsTest::resolved,
                        (all, no) -> all.press(no, ZHAO, "solved"),
                        (all, no) -> all.press(no, ZHAO, "solved"),
                        Set.of(RATED)),
                new Race(
                        "评价：页面和 Tasklist",
                        TwoDoorsTest::resolved,
                        (all, no) -> all.actions.confirmSolved(no, ZHAO, Optional.of(5), ""),
                        (all, no) ->
                                all.inTask(no, ZHAO, Map.of("evaluation", "solved", "stars", "1")),
                        Set.of(RATED)),
                new Race(
                        "确认自解决和判定未解决",
                        TwoDoorsTest::resolvedByItsReporter,
                        (all, no) -> all.followUps.confirmOwn(no, LI_XUE),
                        (all, no) -> all.followUps.rejectOwn(no, CTO, "没好"),
                        Set.of(RESOLUTION_CONFIRMED, REOPENED)),
                new Race(
                        "补充方案：处理人和负责人",
                        TwoDoorsTest::closedWithoutSolution,
                        (all, no) -> all.followUps.completeSolution(no, all.holder(no), SOLUTION),
                        (all, no) -> all.followUps.completeSolution(no, LI_XUE, SOLUTION),
                        Set.of(SOLUTION_COMPLETED)),
                new Race(
                        "回访低分：两位负责人",
                        TwoDoorsTest::closedWithoutSolution,
                        (all, no) -> all.followUps.followUpRating(no, LI_XUE, "improving", "甲"),
                        (all, no) -> all.followUps.followUpRating(no, CTO, "understood", "乙"),
                        Set.of(RATING_FOLLOWED_UP)),
                new Race(
                        "重新打开两次",
                        TwoDoorsTest::closedWithoutSolution,
                        (all, no) -> all.reopenings.reopen(no, ZHAO, "又坏了"),
                        (all, no) -> all.reopenings.reopen(no, ZHAO, "又坏了！"),
                        Set.of(REOPENED)),
                new Race(
                        "分类异议两次",
                        TwoDoorsTest::assigned,
                        (all, no) -> all.categories.dispute(no, ZHAO, "流程"),
                        (all, no) -> all.categories.dispute(no, ZHAO, "人员"),
                        Set.of(CATEGORY_DISPUTED)),
                new Race(
                        "更正为同一分类：处理人和负责人",
                        TwoDoorsTest::assigned,
                        (all, no) ->
                                all.categories.correct(
                                        no, all.holder(no), new Correction("人员", "", false)),
                        (all, no) ->
                                all.categories.correct(no, LI_XUE, new Correction("人员", "", false)),
                        Set.of(RECLASSIFIED)),
                new Race(
                        "我也遇到两次",
                        TwoDoorsTest::assigned,
                        (all, no) -> all.followers.join(no, SUN),
                        (all, no) -> all.followers.join(no, SUN),
                        Set.of(JOINED)));
    }

    private static Stream<Race> decisionsOfLeads() {
        return Stream.of(
                new Race(
                        "提议：处理人提两项",
                        TwoDoorsTest::accepted,
                        (all, no) -> all.proposeInvalid(no),
                        (all, no) -> all.proposeInvalid(no),
                        Set.of(PROPOSED)),
                new Race(
                        "确认提议：卡片同意，页面驳回",
                        TwoDoorsTest::proposed,
                        (all, no) -> all.press(no, LI_XUE, "agree"),
                        (all, no) -> all.proposals.decide(no, 1, CTO, false, "是问题"),
                        Set.of(INVALIDATED, PROPOSAL_DECLINED)),
                new Race(
                        "确认无效和已解决",
                        TwoDoorsTest::proposed,
                        (all, no) -> all.proposals.decide(no, 1, LI_XUE, true, ""),
                        (all, no) -> all.actions.resolve(no, all.holder(no), SOLUTION),
                        Set.of(INVALIDATED, RESOLVED)),
                new Race(
                        "批准暂停两次",
                        all -> all.paused(),
                        (all, no) -> all.pauseApprovals.approve(no, LI_XUE, "可以"),
                        (all, no) -> all.pauseApprovals.approve(no, CTO, "可以"),
                        Set.of(PAUSE_APPROVED)),
                new Race(
                        "审批：页面同意，Tasklist 驳回",
                        TwoDoorsTest::awaitingManualApproval,
                        (all, no) -> all.decisions.decide(no, LI_XUE, true, ""),
                        (all, no) -> all.decideInTask(no, LI_XUE, "reject"),
                        Set.of(APPROVAL_DECIDED)),
                new Race(
                        "审批：卡片同意，页面驳回",
                        TwoDoorsTest::awaitingManualApproval,
                        (all, no) -> all.press(no, LI_XUE, "approve"),
                        (all, no) -> all.decisions.decide(no, LI_XUE, false, "不急"),
                        Set.of(APPROVAL_DECIDED)),
                new Race(
                        "先处理后审批两次",
                        all -> all.submitted(all.ticked()),
                        (all, no) -> all.decisions.actFirst(no, LI_XUE, "客户在等"),
                        (all, no) -> all.decisions.actFirst(no, CTO, "客户在等"),
                        Set.of(ACTED_FIRST)));
    }

    private IssueNo assigned() {
        return reported(ZHAO, "构建错误");
    }

    private IssueNo accepted() {
        var issue = assigned();
        actions.accept(issue, handlerOf(issue));
        return issue;
    }

    private IssueNo paused() {
        var issue = accepted();
        actions.pause(issue, handlerOf(issue), "等备件", "供应商");
        return issue;
    }

    private IssueNo asked() {
        var issue = accepted();
        actions.askForInformation(issue, handlerOf(issue), "哪个分支？");
        return issue;
    }

    private IssueNo resolved() {
        var issue = accepted();
        actions.resolve(issue, handlerOf(issue), SOLUTION);
        return issue;
    }

    private IssueNo closedWithoutSolution() {
        var issue = accepted();
        actions.resolve(issue, handlerOf(issue), Solution.NOT_WRITTEN);
        actions.confirmSolved(issue, ZHAO, Optional.of(1), "不行");
        return issue;
    }

    private IssueNo resolvedByItsReporter() {
        var issue = reported(ZHANG, "构建错误");
        if (!handlerOf(issue).equals(ZHANG)) {
            reassignment.reassign(issue, LI_XUE, ZHANG.value(), "");
        }
        actions.accept(issue, ZHANG);
        actions.resolve(issue, ZHANG, SOLUTION);
        return issue;
    }

    private IssueNo proposed() {
        var issue = accepted();
        proposeInvalid(issue);
        return issue;
    }

    private IssueNo awaitingManualApproval() {
        approvalsAre(Mode.MANUAL);
        var issue = ticked();
        fires(issue, "BoundaryEvent_NotAccepted");
        return issue;
    }

    private void proposeInvalid(IssueNo issue) {
        proposals.propose(issue, handlerOf(issue), Wish.of(ProposalKind.INVALID, "误报"));
    }

    /** Who had the issue when the race began; the other door may have given it to somebody else. */
    private UserId holder(IssueNo issue) {
        return holders.get(issue);
    }

    private UserId peerOf(IssueNo issue) {
        return holder(issue).equals(ZHANG) ? LIU : ZHANG;
    }

    /** Whoever was not chosen at the beginning, however far the other door has come. */
    private UserId otherThanFirst(IssueNo issue) {
        var first =
                issues.history(issue).stream()
                        .filter(one -> one.event().type() == ASSIGNED)
                        .findFirst()
                        .flatMap(one -> one.event().text("handler"))
                        .orElseThrow();
        return first.equals(ZHANG.value()) ? LIU : ZHANG;
    }

    /** The open step of the issue's own way, in Tasklist. */
    private void inTask(IssueNo issue, UserId by, Map<String, Object> fields) {
        var task =
                tasks.createTaskQuery().processInstanceBusinessKey(issue.value()).list().stream()
                        .filter(one -> MAIN_TASKS.contains(one.getTaskDefinitionKey()))
                        .findFirst();
        tasklist().submit(task.orElse(null), by, fields);
    }

    private void decideInTask(IssueNo issue, UserId by, String decision) {
        var fields = Map.<String, Object>of("decision", decision, "decisionComment", "不急");
        tasklist().submit(manualTask(issue), by, fields);
    }

    private TasklistDoor tasklist() {
        return new TasklistDoor(tasks, acting);
    }

    /** A press tells nothing back: the card shows the truth afterwards. */
    private void press(IssueNo issue, UserId by, String button) {
        var card =
                messagesTo(by).stream()
                        .filter(ActionCard.class::isInstance)
                        .map(ActionCard.class::cast)
                        .filter(one -> one.cardId().startsWith(issue.value()))
                        .reduce((earlier, later) -> later)
                        .orElseThrow();
        cards.clicked(new CardClick(card.cardId(), by, button, Map.of(), Optional.of("fresh")));
    }
}
