package io.issueloop.process.access;

import io.issueloop.process.deployment.NodeLock;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Groups, authorizations, the Tasklist's lists and the direct member of camunda-admin, before the
 * first request is served (CVE-2026-77226 needs that group to be empty).
 */
@Component
class AccessBootstrap implements SmartInitializingSingleton {

    private final Identities identities;
    private final Permissions permissions;
    private final TaskFilters lists;
    private final TransactionOperations transaction;
    private final NodeLock lock;
    private final Set<String> admins;

    AccessBootstrap(
            Identities identities,
            Permissions permissions,
            TaskFilters lists,
            TransactionOperations transaction,
            NodeLock lock,
            AccessProperties properties) {
        this.identities = identities;
        this.permissions = permissions;
        this.lists = lists;
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
                    lists.ensure();
                    identities.update(
                            new EngineUser(Identities.GUARD, "系统保留", Set.of(Groups.CAMUNDA_ADMIN)));
                    admins.stream()
                            .filter(id -> !identities.knows(id))
                            .forEach(id -> identities.update(new EngineUser(id, id, Set.of())));
                });
    }
}
