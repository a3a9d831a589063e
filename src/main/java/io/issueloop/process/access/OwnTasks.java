package io.issueloop.process.access;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;

/**
 * Lists marked {@link #MINE} show whoever opens them what is assigned or offered to them, and
 * nothing else: process admins may see every task, and would find everybody's among their own. An
 * expression in the stored query would do the same; the engine refuses those (CVE-2026-109432).
 */
class OwnTasks extends FilterServiceImpl {

    /** The property of a filter that makes it such a list. */
    static final String MINE = "mine";

    @Override
    public <T> List<T> list(String filterId) {
        return super.list(filterId, this.<T>own(filterId, null));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, @Nullable Q more) {
        return super.list(filterId, this.<T>own(filterId, more));
    }

    @Override
    public <T> List<T> listPage(String filterId, int first, int most) {
        return super.listPage(filterId, this.<T>own(filterId, null), first, most);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(
            String filterId, @Nullable Q more, int first, int most) {
        return super.listPage(filterId, this.<T>own(filterId, more), first, most);
    }

    @Override
    public <T> T singleResult(String filterId) {
        return super.singleResult(filterId, this.<T>own(filterId, null));
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, @Nullable Q more) {
        return super.singleResult(filterId, this.<T>own(filterId, more));
    }

    @Override
    public Long count(String filterId) {
        return super.count(filterId, own(filterId, null));
    }

    @Override
    public Long count(String filterId, @Nullable Query<?, ?> more) {
        return super.count(filterId, own(filterId, more));
    }

    @SuppressWarnings("unchecked") // lists are of tasks, whatever their callers' type is called
    private <T> @Nullable Query<?, T> own(String filterId, @Nullable Query<?, ?> more) {
        var person =
                Optional.ofNullable(
                        commandExecutor.execute(CommandContext::getAuthenticatedUserId));
        if (person.isEmpty() || !isMine(getFilter(filterId))) {
            return (Query<?, T>) more;
        }
        var query = more == null ? new TaskQueryImpl() : (TaskQuery) more;
        query.or().taskAssignee(person.get()).taskCandidateUser(person.get()).endOr();
        return (Query<?, T>) query;
    }

    private static boolean isMine(@Nullable Filter filter) {
        return filter != null && Boolean.TRUE.equals(filter.getProperties().get(MINE));
    }
}
