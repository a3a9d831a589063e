package io.issueloop.process.access;

import io.issueloop.process.deployment.NodeLock;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Groups, authorizations, the Tasklist's filter and the direct member of camunda-admin, before the
 * first request is served (CVE-2026-77226 needs that group to be empty).
 */
@Component
class AccessBootstrap implements SmartInitializingSingleton {

    private static final String FILTER = "可处理的任务";

    private final Identities identities;
    private final Permissions permissions;
    private final FilterService filters;
    private final TaskService tasks;
    private final TransactionOperations transaction;
    private final NodeLock lock;
    private final Set<String> admins;

    AccessBootstrap(
            Identities identities,
            Permissions permissions,
            FilterService filters,
            TaskService tasks,
            TransactionOperations transaction,
            NodeLock lock,
            AccessProperties properties) {
        this.identities = identities;
        this.permissions = permissions;
        this.filters = filters;
        this.tasks = tasks;
        this.transaction = transaction;
        this.lock = lock;
        this.admins = properties.admins();
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(
                status -> {
                    lock.holdUntilCommit("identities");
                    Groups.NAMES.keySet().forEach(identities::ensureGroup);
                    permissions.grantAll();
                    permissions.grantFilter(filter());
                    identities.update(
                            new EngineUser(Identities.GUARD, "系统保留", Set.of(Groups.CAMUNDA_ADMIN)));
                    admins.stream()
                            .filter(id -> !identities.knows(id))
                            .forEach(id -> identities.update(new EngineUser(id, id, Set.of())));
                });
    }

    /** Without a condition: authorizations alone decide what a person sees in it. */
    private String filter() {
        var present = filters.createFilterQuery().filterName(FILTER).list();
        if (!present.isEmpty()) {
            return present.get(0).getId();
        }
        var filter = filters.newTaskFilter(FILTER);
        filter.setQuery(tasks.createTaskQuery());
        filter.setProperties(
                Map.of(
                        "description",
                        "指派给我或我可以认领的任务",
                        "priority",
                        0,
                        "color",
                        "#3c78d8",
                        "refresh",
                        true));
        return filters.saveFilter(filter).getId();
    }
}
