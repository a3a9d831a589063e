package io.issueloop.directory;

import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is who, as of now. Questions are answered from memory; {@link #refresh} asks WeCom. */
@Service
@EnableConfigurationProperties(DirectoryProperties.class)
public class Directory {

    private static final Logger log = LoggerFactory.getLogger(Directory.class);

    private final DirectorySource source;
    private final OrganisationStore store;
    private final OverrideStore overrides;
    private final DirectoryProperties properties;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private volatile Organisation organisation = Organisation.EMPTY;

    Directory(
            DirectorySource source,
            OrganisationStore store,
            OverrideStore overrides,
            DirectoryProperties properties,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.source = source;
        this.store = store;
        this.overrides = overrides;
        this.properties = properties;
        this.transaction = transaction;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Reads WeCom's contacts and keeps what changed. Remote; throws when WeCom does not answer,
     * nothing changed then.
     */
    public void refresh() {
        var read =
                SnapshotReading.read(
                        source.read(), properties.admins().stream().map(UserId::of).toList());
        organisation =
                Objects.requireNonNull(
                        transaction.execute(
                                status -> {
                                    store.lock();
                                    store.keepRead(read);
                                    return adopt(read);
                                }));
        log.info(
                "directory refreshed: {} members, {} teams",
                read.members().size(),
                read.teams().size());
    }

    /**
     * Changes overrides and lets them come into force, in one transaction; asks nobody.
     *
     * @throws Refused when no process administrator would be left
     */
    void readjust(Runnable change) {
        organisation =
                Objects.requireNonNull(
                        transaction.execute(
                                status -> {
                                    store.lock();
                                    change.run();
                                    return requireAdministered(adopt(store.loadRead()));
                                }));
    }

    private Organisation adopt(Organisation read) {
        var now = overrides.current().applyTo(read);
        store.replace(now, clock.instant());
        var members = List.copyOf(now.members().values());
        publisher.publishEvent(new DirectoryChanged(members, store.former()));
        return now;
    }

    private static Organisation requireAdministered(Organisation now) {
        if (now.members().values().stream().noneMatch(who -> who.is(Role.PROCESS_ADMIN))) {
            throw new Refused("至少要留一位流程管理员");
        }
        return now;
    }

    /** Takes over what another node, or this one before a restart, has read. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    public void reload() {
        organisation = overrides.current().applyTo(store.load());
    }

    /** The active member with this id. */
    public Optional<Member> member(UserId user) {
        return Optional.ofNullable(current().members().get(user));
    }

    /** The member with this userid, or the only one with this name. */
    public Optional<Member> called(String userIdOrName) {
        var matching =
                current().members().values().stream()
                        .filter(
                                member ->
                                        member.userId().value().equalsIgnoreCase(userIdOrName)
                                                || member.name().equals(userIdOrName))
                        .toList();
        return matching.size() == 1 ? Optional.of(matching.get(0)) : Optional.empty();
    }

    /** The team of a member, or the last one of a person who left. */
    public Optional<TeamId> lastTeam(UserId user) {
        return member(user).map(Member::team).or(() -> store.lastTeam(user));
    }

    /** A person's name, or the userid where the person is not known (any more). */
    public String name(UserId user) {
        return member(user).map(Member::name).orElse(user.value());
    }

    public List<Member> members() {
        return List.copyOf(current().members().values());
    }

    /** Everybody who has the role. */
    public List<UserId> having(Role role) {
        return members().stream().filter(member -> member.is(role)).map(Member::userId).toList();
    }

    /** All departments that can be seen, the root among them. */
    public List<Team> teams() {
        return List.copyOf(current().teams().values());
    }

    /** The department above all others, where it can be seen. */
    public Optional<Team> root() {
        var now = current();
        return now.teams().values().stream()
                .filter(team -> !now.parents().containsKey(team.id()))
                .findFirst();
    }

    public Optional<Team> team(TeamId id) {
        return Optional.ofNullable(current().teams().get(id));
    }

    /** The department above. */
    public Optional<Team> parent(TeamId id) {
        return current().parent(id);
    }

    /** Teams with members, without the root where there are others: the ones that own projects. */
    public List<Team> workingTeams() {
        var now = current();
        var staffed = now.members().values().stream().map(Member::team).collect(Collectors.toSet());
        var teams =
                now.teams().values().stream().filter(team -> staffed.contains(team.id())).toList();
        var below = teams.stream().filter(team -> now.parent(team.id()).isPresent()).toList();
        return below.isEmpty() ? teams : below;
    }

    /**
     * Those who handle a team's issues: its members without the lead; only those tagged 处理人 where
     * the corp uses this tag. What an administrator said of a member comes first.
     */
    public List<Member> handlers(TeamId team) {
        var lead = team(team).flatMap(Team::lead);
        var now = current();
        var members = now.members().values();
        var tagUsed = members.stream().anyMatch(member -> member.is(Role.HANDLER));
        return members.stream()
                .filter(member -> member.team().equals(team))
                .filter(
                        member ->
                                Optional.ofNullable(now.overrides().handling().get(member.userId()))
                                        .orElse(
                                                (!tagUsed || member.is(Role.HANDLER))
                                                        && !lead.equals(
                                                                Optional.of(member.userId()))))
                .toList();
    }

    /** The team an administrator gave a project to. */
    public Optional<TeamId> ownerOf(String project) {
        return Optional.ofNullable(current().overrides().projects().get(project));
    }

    /** The categories a member is good at, as the administrators said; empty: not said. */
    public Set<String> skills(UserId user) {
        return current().overrides().skills().getOrDefault(user, Set.of());
    }

    /** The team's lead, then the leads of the departments above, the root's last. */
    public List<UserId> chainOfLeads(TeamId team) {
        var chain = new ArrayList<UserId>();
        var now = current();
        var next = team(team);
        while (next.isPresent() && chain.size() < 32) {
            next.get().lead().ifPresent(chain::add);
            next = now.parent(next.get().id());
        }
        return chain;
    }

    private Organisation current() {
        var now = organisation;
        if (now.members().isEmpty()) {
            reload();
            now = organisation;
        }
        return now;
    }
}
