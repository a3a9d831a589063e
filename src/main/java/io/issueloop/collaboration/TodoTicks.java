package io.issueloop.collaboration;

import io.issueloop.collaboration.KnownTodos.Known;
import io.issueloop.issue.IssueActions;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.issue.Solution;
import io.issueloop.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Native to-dos that were ticked in WeCom. To be done with one is what 已解决 on the card is; WeCom
 * tells nobody, so they are looked at. A tick counts once, however often and by how many it is
 * seen.
 */
@Service
public class TodoTicks {

    private static final Logger log = LoggerFactory.getLogger(TodoTicks.class);

    private final KnownTodos known;
    private final TodoList todos;
    private final NativeTodos natives;
    private final Issues issues;
    private final IssueActions actions;
    private final TransactionTemplate transaction;

    TodoTicks(
            KnownTodos known,
            TodoList todos,
            NativeTodos natives,
            Issues issues,
            IssueActions actions,
            TransactionTemplate transaction) {
        this.known = known;
        this.todos = todos;
        this.natives = natives;
        this.issues = issues;
        this.actions = actions;
        this.transaction = transaction;
    }

    /** Looks at every open to-do in WeCom, and does what its owner did there. Remote. */
    public void lookAtAll() {
        for (var todo : known.open()) {
            if (!NativeTodos.isOpen(todo, issues.get(todo.issueNo()))) {
                continue; // over here already: its delivery is on the way
            }
            var state = todos.find(todo.todoId());
            if (state.isEmpty()) {
                known.gone(todo.todoId());
            } else if (state.get().isDoneBy(todo.owner())) {
                ticked(todo, state.get());
            }
        }
    }

    /** Whatever comes of it, the to-do shows the truth afterwards: all of it, for everybody. */
    private void ticked(Known todo, TodoList.State state) {
        try {
            transaction.executeWithoutResult(
                    status -> {
                        known.shows(todo.todoId(), state.done());
                        resolve(todo);
                    });
        } catch (Refused refused) {
            log.info("a native to-do of {} came too late: {}", todo.issueNo(), refused.reason());
            transaction.executeWithoutResult(
                    status -> {
                        known.shows(todo.todoId(), true);
                        natives.request(todo.issueNo());
                    });
        } catch (ConcurrencyFailureException overtaken) {
            log.info("{} changes while its to-do is looked at: the next look", todo.issueNo());
        }
    }

    /** As 已解决 on the card: what was not accepted is accepted first. */
    private void resolve(Known todo) {
        var issue = issues.get(todo.issueNo());
        if (issue.status() == IssueStatus.ASSIGNED) {
            actions.accept(issue.no(), todo.owner());
        }
        actions.resolve(issue.no(), todo.owner(), Solution.NOT_WRITTEN);
    }
}
