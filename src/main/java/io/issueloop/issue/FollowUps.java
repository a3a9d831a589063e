package io.issueloop.issue;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do after an issue was resolved, beside its own way: recorded here, called by the
 * process, or by {@link FollowUpActions}, in its own transaction.
 */
@Service
@Transactional
public class FollowUps {

    private static final int MAX_NOTE = 2000;

    private final IssuesInHand issues;
    private final IssueLog events;
    private final Elders elders;
    private final Care care;
    private final RatingWindow window;
    private final Clock clock;

    FollowUps(
            IssuesInHand issues,
            IssueLog events,
            Elders elders,
            Care care,
            RatingWindow window,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.elders = elders;
        this.care = care;
        this.window = window;
        this.clock = clock;
    }

    /** What happened since the issue was last resolved. */
    public SinceResolution since(IssueNo issueNo) {
        return SinceResolution.of(events.of(issueNo));
    }

    /** Who is to confirm what its own reporter resolved; empty when that is not so. */
    public Optional<UserId> confirmer(IssueNo issueNo) {
        var issue = issues.get(issueNo);
        return issue.isOwn() ? elders.notInvolvedIn(issue) : Optional.empty();
    }

    /** Whether this member may confirm it, or say that it is not solved. */
    public boolean mayConfirm(Issue issue, UserId by) {
        return issue.isOwn() && elders.mayStandIn(issue, by);
    }

    /** Whether this member may write down what is missing. */
    public boolean mayComplete(Issue issue, UserId by) {
        return care.isHandler(issue, by) && !by.equals(issue.reporter())
                || issue.handler().equals(Optional.of(by))
                || elders.isLeadOf(issue, by);
    }

    /** Whether this member may ask about a low rating. */
    public boolean mayFollowUp(Issue issue, UserId by) {
        return elders.mayStandIn(issue, by);
    }

    /** 补充方案: the handler, or a lead, writes down what was missing. */
    public void completeSolution(IssueNo issueNo, UserId by, Solution rest) {
        var issue = issues.get(issueNo);
        if (!mayComplete(issue, by)) {
            throw new Refused("只有处理人或团队负责人可以补充方案");
        }
        if (issue.solution().isComplete()) {
            throw new Refused("方案已经补充完整，请刷新查看");
        }
        issue.complete(rest);
        var done = IssueEventType.SOLUTION_COMPLETED;
        record(issue, done, by, care.named(issue, done, by, written(issue.solution())));
    }

    /** 确认自解决: somebody else confirms what the reporter resolved (kpi.md §4 P1). */
    public void confirmOwn(IssueNo issueNo, UserId by) {
        var issue = issues.get(issueNo);
        requireConfirmer(issue, by);
        var since = since(issueNo);
        if (since.resolvedAt().isEmpty() || since.confirmed()) {
            throw new Refused("没有等待确认的解决结果，或已经有人确认过了");
        }
        record(issue, IssueEventType.RESOLUTION_CONFIRMED, by, elders.named(issue, by, Map.of()));
    }

    /**
     * @throws Refused when this member may not judge the issue
     */
    void requireConfirmer(Issue issue, UserId by) {
        if (!mayConfirm(issue, by)) {
            throw new Refused("自提自解的问题须由团队负责人等其他人确认");
        }
    }

    /** 修改评价: the reporter gives other stars, until the cut-off. */
    public void changeRating(IssueNo issueNo, UserId by, RatingChange change) {
        var rating = change.rating();
        var issue = issues.get(issueNo);
        issue.rateAgain(by, change.stars());
        if (!issue.resolvedAt().map(window::isOpen).orElse(false)) {
            throw new Refused("评价期已截止，不能再修改");
        }
        change.requireUpToDate(since(issueNo));
        var payload = rating.payload();
        payload.put("changed", true);
        record(issue, IssueEventType.RATED, by, payload);
    }

    /** 回访低分评价: what came out when the lead asked. */
    public void followUpRating(IssueNo issueNo, UserId by, String result, String note) {
        var issue = issues.get(issueNo);
        if (!mayFollowUp(issue, by)) {
            throw new Refused("低分评价由团队负责人回访，处理人和提报人不能代办");
        }
        if (note.isBlank() || note.codePointCount(0, note.length()) > MAX_NOTE) {
            throw new Refused("请写下回访情况，最多 %d 字".formatted(MAX_NOTE));
        }
        var outcome = RatingFollowUp.of(result);
        if (!since(issueNo).isLow() || since(issueNo).followedUp()) {
            throw new Refused("这条评价不需要回访，或已经回访过了");
        }
        record(
                issue,
                IssueEventType.RATING_FOLLOWED_UP,
                by,
                elders.named(issue, by, Map.of("result", outcome.label(), "note", note.strip())));
    }

    private static Map<String, Object> written(Solution solution) {
        return Map.of(
                "cause", solution.cause(),
                "solution", solution.measures(),
                "verification", solution.verification());
    }

    private void record(Issue issue, IssueEventType type, UserId by, Map<String, Object> payload) {
        issues.save(issue);
        events.append(issue, type, by, clock.instant(), payload);
    }
}
