package io.issueloop.issue;

import static io.issueloop.issue.IssueEventType.PAUSED;
import static io.issueloop.issue.IssueEventType.PAUSE_APPROVED;
import static io.issueloop.issue.IssueEventType.RESUMED;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.directory.Directory;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops an issue's clock and lets it go on; both due times shift by what counts of the pause
 * (kpi.md §2). Called by the process in its own transaction.
 */
@Service
@Transactional
public class IssuePauses {

    private static final int MAX_WAITS_FOR = 64;

    private final IssuesInHand issues;
    private final IssueLog events;
    private final Directory directory;
    private final Care care;
    private final WorkingCalendar calendar;
    private final Clock clock;

    IssuePauses(
            IssuesInHand issues,
            IssueLog events,
            Directory directory,
            Care care,
            WorkingCalendar calendar,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.directory = directory;
        this.care = care;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Stops the clock until the reporter has answered. */
    public void askForInformation(IssueNo issueNo, UserId by, String question) {
        require(!question.isBlank(), "请写明需要提报人补充什么信息");
        pause(issueNo, by, Map.of("reason", question.strip(), "kind", "INFORMATION"));
    }

    /**
     * The handler stops the clock.
     *
     * @param waitsFor who or what is waited for, at most 64 characters
     */
    public void pause(IssueNo issueNo, UserId by, String reason, String waitsFor) {
        require(!reason.isBlank(), "请写明暂停的原因");
        require(!waitsFor.isBlank(), "请写明在等谁或等什么");
        require(waitsFor.strip().length() <= MAX_WAITS_FOR, "等待对象最多 64 字，请精简");
        pause(
                issueNo,
                by,
                Map.of("reason", reason.strip(), "waitsFor", waitsFor.strip(), "kind", "OTHER"));
    }

    /** The reporter answered: the clock goes on. */
    public void provideInformation(IssueNo issueNo, UserId by, String answer) {
        require(!answer.isBlank(), "请填写补充信息");
        care.requireMayAnswer(issues.get(issueNo), by);
        resume(issueNo, by, "answer", answer.strip());
    }

    /** What the handler waited for is there: the clock goes on. */
    public void resume(IssueNo issueNo, UserId by, String note) {
        require(care.isHandler(issues.get(issueNo), by), "只有处理人可以恢复处理");
        resume(issueNo, by, "note", note.strip());
    }

    /** A lead agrees that the pause may last: all of it stops the clock. */
    public void approve(IssueNo issueNo, UserId by, String note) {
        var issue = issues.get(issueNo);
        var open = open(issueNo).orElseThrow(() -> new Refused("该问题没有暂停，可能刚刚已恢复，请刷新查看"));
        require(open.isCapped(), "这次暂停已经批准过，或无需批准");
        require(mayApprove(issue, by), "只有处理团队的负责人（处理人本人除外）可以批准暂停");
        var payload = new HashMap<String, Object>(Map.of("note", note.strip()));
        record(issue, PAUSE_APPROVED, by, care.namedLead(issue, by, payload));
    }

    /** A lead, or who acts for an absent one; never the handler. */
    private boolean mayApprove(Issue issue, UserId by) {
        return care.isLead(issue, by) && !issue.handler().equals(Optional.of(by));
    }

    /** The pause that lasts; empty when the clock runs. */
    @Transactional(readOnly = true)
    public Optional<OpenPause> open(IssueNo issueNo) {
        return OpenPause.in(events.of(issueNo));
    }

    /** When the pause that lasts reaches its cap, UTC. */
    @Transactional(readOnly = true)
    public Instant capAt(IssueNo issueNo) {
        return calendar.of(issues.get(issueNo).team())
                .addWork(open(issueNo).orElseThrow().since(), OpenPause.CAP);
    }

    /** The lead who is asked; where there is none, the handler learns so. */
    @Transactional(readOnly = true)
    public UserId approver(IssueNo issueNo) {
        var issue = issues.get(issueNo);
        return leads(issue).stream().findFirst().or(issue::handler).orElseThrow();
    }

    /** Who may approve a pause of this issue, the nearest first; never the handler. */
    public List<UserId> leads(Issue issue) {
        return issue.team().map(directory::chainOfLeads).orElse(List.of()).stream()
                .filter(lead -> !issue.handler().equals(Optional.of(lead)))
                .toList();
    }

    private void pause(IssueNo issueNo, UserId by, Map<String, Object> said) {
        var issue = issues.get(issueNo);
        issue.pause(
                care.holder(issue, by),
                clock.instant(),
                Optional.ofNullable((String) said.get("waitsFor")));
        var payload = new HashMap<>(said);
        payload.put("approvedByLead", false);
        record(issue, PAUSED, by, payload);
    }

    private void resume(IssueNo issueNo, UserId by, String key, String said) {
        var issue = issues.get(issueNo);
        var now = clock.instant();
        var history = events.of(issueNo);
        var pause = OpenPause.in(history).orElseThrow(() -> new Refused("该问题没有暂停"));
        var counted = calendar.of(issue.team());
        Instant due = counted.addWork(issue.dueAt().orElseThrow(), pause.counted(counted, now));
        Instant personalDue =
                counted.addWork(
                        issue.personalDueAt().orElseThrow(),
                        pause.counted(counted, OpenPause.assignedAt(history), now));
        issue.resume(due, personalDue);
        var payload = new HashMap<String, Object>();
        payload.put("dueAt", due.toString());
        payload.put("personalDueAt", personalDue.toString());
        payload.put(key, said);
        record(issue, RESUMED, by, payload);
    }

    private void record(Issue issue, IssueEventType type, UserId by, Map<String, Object> payload) {
        issues.save(issue);
        events.append(issue, type, by, clock.instant(), care.named(issue, type, by, payload));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Refused(otherwise);
        }
    }
}
