package io.issueloop.collaboration;

import io.issueloop.collaboration.KnownTodos.Known;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes the native to-dos of an issue show what it is: open for who handles it now, done for
 * everybody else and when it is over. Where the tenant's gateway creates them, creates the
 * handler's.
 */
@Component
class NativeTodoEffect implements Effect {

    static final String NAME = "NATIVE_TODO";

    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Issues issues;
    private final NativeTodos natives;
    private final KnownTodos known;
    private final TodoList todos;
    private final SentLog sentLog;
    private final Directory people;

    NativeTodoEffect(
            Issues issues,
            NativeTodos natives,
            KnownTodos known,
            TodoList todos,
            SentLog sentLog,
            Directory people) {
        this.issues = issues;
        this.natives = natives;
        this.known = known;
        this.todos = todos;
        this.sentLog = sentLog;
        this.people = people;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "企业微信待办";
    }

    @Override
    public Capability capability() {
        return Capability.TODO;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (natives.isCreatedByGateway() && NativeTodos.OPEN.contains(issue.status())) {
            create(issue);
        }
        for (var todo : known.of(issue.no())) {
            show(todo, !NativeTodos.isOpen(todo, issue));
        }
    }

    /** Only one that the gateway would have created: the others are made by the handler anyway. */
    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (!natives.isCreatedByGateway()
                || !NativeTodos.OPEN.contains(issue.status())
                || sentLog.reference(key(issue)).isPresent()) {
            return Optional.empty();
        }
        var handler = people.name(issue.handler().orElseThrow());
        return Optional.of(
                ByHand.of(
                                "给%s新建待办".formatted(handler),
                                "请在企业微信的待办中新建下面这一项，参与人选 %s，截止时间见下。".formatted(handler),
                                NativeTodos.title(issue)
                                        + "\n截止："
                                        + DUE.format(issue.personalDueAt().orElseThrow()))
                        .asking(ByHand.Reference.OPTIONAL));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        var issue = issues.get(IssueNo.of(businessKey));
        var key = key(issue);
        if (sentLog.claim(key)) {
            if (!reference.isBlank()) {
                known.add(
                        reference.strip(),
                        issue.no(),
                        issue.assignmentCount(),
                        issue.handler().orElseThrow());
            }
            sentLog.sent(key, reference.strip());
        }
    }

    private static String key(Issue issue) {
        return "%s/%s/%d".formatted(issue.no(), NAME, issue.assignmentCount());
    }

    private void show(Known todo, boolean done) {
        if (todo.done() == done) {
            return;
        }
        if (todos.mark(todo.todoId(), done)) {
            known.shows(todo.todoId(), done);
        } else {
            known.gone(todo.todoId());
        }
    }

    /** Once per assignment. */
    private void create(Issue issue) {
        var key = key(issue);
        var handler = issue.handler().orElseThrow();
        sentLog.once(
                key,
                () -> {
                    var made =
                            todos.create(
                                    handler,
                                    NativeTodos.title(issue),
                                    issue.personalDueAt().orElseThrow());
                    made.ifPresent(
                            id -> known.add(id, issue.no(), issue.assignmentCount(), handler));
                    return made.orElse("");
                });
    }
}
