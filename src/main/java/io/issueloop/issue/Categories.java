package io.issueloop.issue;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 分类不对？ Anybody concerned says so with one tap; the handler or a lead decides. What the table said
 * stays in the log: its monthly report lives on the difference (kpi.md §8).
 */
@Service
@Transactional
public class Categories {

    private final IssuesInHand issues;
    private final IssueLog events;
    private final Care care;
    private final Reassignment reassignment;
    private final Clock clock;

    Categories(
            IssuesInHand issues,
            IssueLog events,
            Care care,
            Reassignment reassignment,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.care = care;
        this.reassignment = reassignment;
        this.clock = clock;
    }

    /**
     * The reporter says the category is wrong; the handler and the leads see it and decide.
     *
     * @param suggested a category, or empty
     * @throws Refused when somebody else says so, or it has been said
     */
    public void dispute(IssueNo issueNo, UserId by, String suggested) {
        var issue = issues.get(issueNo);
        require(by.equals(issue.reporter()), "只有提报人、处理人和负责人可以对分类提出异议");
        require(issue.category().isPresent() && !issue.status().isEnd(), "现在不能对分类提出异议");
        require(suggested.isBlank() || isCategory(suggested), "请选择分类：技术、流程、人员 或 工具");
        require(!isDisputed(issueNo), "已经提出过异议，请等待处理人确认");
        var payload = new HashMap<String, Object>();
        if (!suggested.isBlank()) {
            payload.put("category", suggested);
        }
        issues.save(issue); // two objections at once are one
        events.append(issue, IssueEventType.CATEGORY_DISPUTED, by, clock.instant(), payload);
    }

    /**
     * The right category, or the same one again: then it stays. Who handles the issue does not
     * change by that, unless a lead wants it and nobody has accepted yet.
     */
    public void correct(IssueNo issueNo, UserId by, Correction correction) {
        var issue = issues.get(issueNo);
        var isLead = care.isLead(issue, by);
        require(isLead || care.isHandler(issue, by), "只有处理人或负责人可以更正分类");
        require(isCategory(correction.category()), "请选择分类：技术、流程、人员 或 工具");
        var sub = SubCategory.read(correction.subCategory());
        var changed = changes(issue, correction.category(), sub);
        require(changed || isDisputed(issueNo), "分类没有变化");
        record(issue, by, correction.category(), changed ? sub : issue.subCategory());
        if (correction.reassign()) {
            require(isLead, "只有负责人可以改派");
            require(issue.status() == IssueStatus.ASSIGNED, "已接单的问题请直接改派或转交");
            reassignment.reassign(issueNo, by, "", "");
        }
    }

    /**
     * @param reassign whether the handler is to be chosen anew by the right category
     */
    public record Correction(String category, String subCategory, boolean reassign) {}

    /** Whether the reporter's objection waits for an answer. */
    @Transactional(readOnly = true)
    public boolean isDisputed(IssueNo issueNo) {
        return events.of(issueNo).stream()
                .map(recorded -> recorded.event().type())
                .filter(
                        type ->
                                type == IssueEventType.CATEGORY_DISPUTED
                                        || type == IssueEventType.RECLASSIFIED)
                .reduce((earlier, later) -> later)
                .filter(type -> type == IssueEventType.CATEGORY_DISPUTED)
                .isPresent();
    }

    private void record(Issue issue, UserId by, String category, Optional<String> sub) {
        var payload = new HashMap<String, Object>(Map.of("category", category));
        sub.ifPresent(named -> payload.put("subCategory", named));
        issue.category().ifPresent(former -> payload.put("from", former));
        issue.subCategory().ifPresent(former -> payload.put("fromSubCategory", former));
        issue.recategorise(category, sub);
        issues.save(issue);
        events.append(issue, IssueEventType.RECLASSIFIED, by, clock.instant(), payload);
    }

    private static boolean changes(Issue issue, String category, Optional<String> sub) {
        return !issue.category().equals(Optional.of(category))
                || sub.isPresent() && !issue.subCategory().equals(sub);
    }

    private static boolean isCategory(String category) {
        return IssueLifecycle.CATEGORIES.contains(category);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Refused(otherwise);
        }
    }
}
