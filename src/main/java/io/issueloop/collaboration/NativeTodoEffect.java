package io.issueloop.collaboration;

import io.issueloop.collaboration.KnownTodos.Known;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import org.springframework.stereotype.Component;

/**
 * Makes the native to-dos of an issue show what it is: open for who handles it now, done for
 * everybody else and when it is over. Where the tenant's gateway creates them, creates the
 * handler's.
 */
@Component
class NativeTodoEffect implements Effect {

    static final String NAME = "NATIVE_TODO";

    private final Issues issues;
    private final NativeTodos natives;
    private final KnownTodos known;
    private final TodoList todos;
    private final SentLog sentLog;

    NativeTodoEffect(
            Issues issues, NativeTodos natives, KnownTodos known, TodoList todos, SentLog sentLog) {
        this.issues = issues;
        this.natives = natives;
        this.known = known;
        this.todos = todos;
        this.sentLog = sentLog;
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
    public void perform(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (natives.isCreatedByGateway() && NativeTodos.OPEN.contains(issue.status())) {
            create(issue);
        }
        for (var todo : known.of(issue.no())) {
            show(todo, !isOpen(todo, issue));
        }
    }

    private static boolean isOpen(Known todo, Issue issue) {
        return NativeTodos.isPresent(todo, issue) && NativeTodos.OPEN.contains(issue.status());
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
        var key = "%s/%s/%d".formatted(issue.no(), NAME, issue.assignmentCount());
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
