package io.issueloop.process.access;

import io.issueloop.process.deployment.NodeLock;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The engine's users and memberships, kept as the directory says; without them the web applications
 * answer 500 and show userids instead of names (stack.md).
 */
@Component
public class Identities {

    /** Member of camunda-admin for ever; no WeCom userid begins with an underscore. */
    static final String GUARD = "_setup_guard";

    private final IdentityService engine;
    private final NodeLock lock;
    private final Set<String> admins;
    private final SecureRandom random = new SecureRandom();

    Identities(IdentityService engine, NodeLock lock, AccessProperties properties) {
        this.engine = engine;
        this.lock = lock;
        this.admins = properties.admins();
    }

    /**
     * Makes the engine know exactly these members. Somebody who is missing stays known by name but
     * loses every group and with them all access; {@code ISSUELOOP_ADMINS} always keep theirs.
     */
    @Transactional
    public void synchronise(Collection<EngineUser> users) {
        lock.holdUntilCommit("identities");
        asEngine(
                () -> {
                    users.forEach(this::put);
                    var present =
                            users.stream().map(EngineUser::userId).collect(Collectors.toSet());
                    engine.createUserQuery().unlimitedList().stream()
                            .map(User::getId)
                            .filter(id -> !present.contains(id) && !id.equals(GUARD))
                            .forEach(id -> join(id, Set.of()));
                });
    }

    /** Creates or updates one member, at login for example; nobody else is touched. */
    @Transactional
    public void update(EngineUser user) {
        lock.holdUntilCommit("identities");
        asEngine(() -> put(user));
    }

    /** Whether the engine knows this userid. */
    public boolean knows(String userId) {
        return engine.createUserQuery().userId(userId).count() > 0;
    }

    private void put(EngineUser wanted) {
        var user = engine.createUserQuery().userId(wanted.userId()).singleResult();
        if (user == null) {
            user = engine.newUser(wanted.userId());
            user.setPassword(unusablePassword());
            user.setFirstName(wanted.displayName());
            user.setLastName("");
            engine.saveUser(user);
        } else if (!Objects.equals(user.getFirstName(), wanted.displayName())) {
            user.setFirstName(wanted.displayName());
            user.setLastName("");
            engine.saveUser(user);
        }
        join(wanted.userId(), wanted.groups());
    }

    private void join(String userId, Set<String> groups) {
        var wanted = new TreeSet<>(groups);
        if (admins.contains(userId)) {
            wanted.addAll(
                    Set.of(
                            Groups.MEMBERS,
                            Groups.KPI_ADMINS,
                            Groups.PROCESS_ADMINS,
                            Groups.CAMUNDA_ADMIN));
        }
        var present =
                engine.createGroupQuery().groupMember(userId).unlimitedList().stream()
                        .map(Group::getId)
                        .collect(Collectors.toCollection(HashSet::new));
        present.stream()
                .filter(group -> !wanted.contains(group))
                .forEach(group -> engine.deleteMembership(userId, group));
        wanted.stream()
                .filter(group -> !present.contains(group))
                .forEach(
                        group -> {
                            ensureGroup(group);
                            engine.createMembership(userId, group);
                        });
    }

    void ensureGroup(String id) {
        if (engine.createGroupQuery().groupId(id).count() == 0) {
            var group = engine.newGroup(id);
            group.setName(Groups.NAMES.getOrDefault(id, id));
            group.setType("WORKFLOW");
            engine.saveGroup(group);
        }
    }

    /** Runs without the engine's current user, who is put back afterwards. */
    private void asEngine(Runnable work) {
        var acting = engine.getCurrentAuthentication();
        engine.clearAuthentication();
        try {
            work.run();
        } finally {
            if (acting != null) {
                engine.setAuthentication(acting.getUserId(), acting.getGroupIds());
            }
        }
    }

    /** Nobody learns it, and login by password is closed anyway. */
    private String unusablePassword() {
        var bytes = new byte[36];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
