package io.issueloop.collaboration;

import io.issueloop.collaboration.KnownTodos.Known;
import io.issueloop.collaboration.TodoProperties.Mode;
import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.shared.Excerpt;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * The handler's native to-do in WeCom: made by the handler on our page, kept in step both ways, see
 * {@link TodoTicks}.
 */
@Service
@EnableConfigurationProperties(TodoProperties.class)
public class NativeTodos {

    static final Set<IssueStatus> OPEN =
            Set.of(IssueStatus.ASSIGNED, IssueStatus.HANDLING, IssueStatus.PAUSED);

    private static final Logger log = LoggerFactory.getLogger(NativeTodos.class);
    private static final int LONGEST_TITLE = 100;

    private final KnownTodos known;
    private final TodoList todos;
    private final Issues issues;
    private final Deliveries deliveries;
    private final TodoProperties properties;

    NativeTodos(
            KnownTodos known,
            TodoList todos,
            Issues issues,
            Deliveries deliveries,
            TodoProperties properties) {
        this.known = known;
        this.todos = todos;
        this.issues = issues;
        this.deliveries = deliveries;
        this.properties = properties;
    }

    /**
     * What a page may offer a member for an issue.
     *
     * @param offered whether a to-do may be made now
     * @param anywhere whether also outside of WeCom
     * @param todoId the one there is
     */
    public record Offer(
            boolean offered,
            boolean anywhere,
            Optional<String> todoId,
            String content,
            UserId attendee,
            Optional<Instant> endTime) {}

    public Offer offer(IssueNo issueNo, UserId viewer) {
        var issue = issues.get(issueNo);
        var mine =
                known.of(issueNo).stream()
                        .filter(todo -> isPresent(todo, issue) && todo.owner().equals(viewer))
                        .map(Known::todoId)
                        .findFirst();
        return new Offer(
                mine.isEmpty() && properties.todo() != Mode.ENDPOINT && isWorking(issue, viewer),
                properties.todo() == Mode.NATIVE,
                mine,
                title(issue),
                viewer,
                issue.personalDueAt());
    }

    /**
     * The page made one; repeating it changes nothing. Remote: the to-do is looked at.
     *
     * @throws Refused when it is not the handler's, or nothing is left to do
     */
    public void made(IssueNo issueNo, UserId by, String todoId) {
        var issue = issues.get(issueNo);
        var before = known.find(todoId);
        if (before.isPresent() && before.get().issueNo().equals(issueNo)) {
            return;
        }
        if (!isWorking(issue, by)) {
            throw new Refused("只有处理人可以为未完成的问题添加企业微信待办");
        }
        var state = todos.find(todoId).orElseThrow(() -> new Refused("企业微信中没有这个待办，请重新添加"));
        if (before.isPresent() || !state.concerns(by)) {
            throw ofSomebodyElse();
        }
        if (known.add(todoId, issueNo, issue.assignmentCount(), by)) {
            log.info("native to-do of {} kept for {}", by, issueNo);
        } else if (known.find(todoId).filter(kept -> kept.issueNo().equals(issueNo)).isEmpty()) {
            throw ofSomebodyElse(); // reported for another issue a moment ago
        }
    }

    /** Asks for the to-dos of an issue to follow it, where there are any. */
    void follow(IssueNo issueNo) {
        if (isCreatedByGateway() || !known.of(issueNo).isEmpty()) {
            request(issueNo);
        }
    }

    /** What was done before is to be done again, also by whom ticked it in WeCom meanwhile. */
    void reopened(IssueNo issueNo) {
        var issue = issues.get(issueNo);
        known.of(issueNo).stream()
                .filter(todo -> isPresent(todo, issue))
                .forEach(todo -> known.shows(todo.todoId(), true));
        follow(issueNo);
    }

    void request(IssueNo issueNo) {
        deliveries.request(issueNo.value(), NativeTodoEffect.NAME, "");
    }

    boolean isCreatedByGateway() {
        return properties.todo() == Mode.ENDPOINT;
    }

    List<Known> of(IssueNo issueNo) {
        return known.of(issueNo);
    }

    /** Whether it is to be worked on: by this handler, and still. */
    static boolean isOpen(Known todo, Issue issue) {
        return isPresent(todo, issue) && OPEN.contains(issue.status());
    }

    private static boolean isPresent(Known todo, Issue issue) {
        return todo.turn() == issue.assignmentCount();
    }

    static String title(Issue issue) {
        var title = issue.no() + " " + issue.title();
        return Excerpt.of(title, LONGEST_TITLE);
    }

    private static Refused ofSomebodyElse() {
        return new Refused("该待办属于其他问题或其他成员");
    }

    private static boolean isWorking(Issue issue, UserId user) {
        return OPEN.contains(issue.status()) && issue.handler().equals(Optional.of(user));
    }
}
