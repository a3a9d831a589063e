package io.issueloop.directory;

import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Which departments take part in the trial: with those below them, and everybody while none is
 * named (design.md §2 row 6). Other nodes follow within seconds.
 */
@Service
public class PilotScope {

    private static final Duration RECHECK = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Clock clock;
    private volatile @Nullable Known known;

    PilotScope(JdbcClient jdbc, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    /** A decision; {@code departments} empty: everybody. */
    public record Change(Set<TeamId> departments, UserId by, Instant at) {}

    private record Known(Set<TeamId> departments, Instant at) {}

    /** Empty: everybody takes part. */
    public Set<TeamId> departments() {
        var now = clock.instant();
        var last = known;
        if (last == null || now.isBefore(last.at()) || now.isAfter(last.at().plus(RECHECK))) {
            var read = history(1).stream().findFirst().map(Change::departments).orElse(Set.of());
            last = new Known(read, now);
            known = last;
        }
        return last.departments();
    }

    /**
     * @throws Refused when one of them is not known
     */
    public void change(Set<TeamId> departments, UserId by) {
        for (var department : departments) {
            if (directory.team(department).isEmpty()) {
                throw new Refused("没有这个部门：" + department);
            }
        }
        jdbc.sql(
                        """
                        insert into pilot_scope_change (departments, changed_by, changed_at) values (:ids, :by, :now)
                        """)
                .param("ids", departments.stream().map(TeamId::value).sorted().toArray(Long[]::new))
                .param("by", by.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        known = null;
    }

    /** The newest first. */
    public List<Change> history(int count) {
        return jdbc.sql("select * from pilot_scope_change order by id desc limit :count")
                .param("count", count)
                .query(
                        (row, number) ->
                                new Change(
                                        Arrays.stream(
                                                        (Long[])
                                                                row.getArray("departments")
                                                                        .getArray())
                                                .map(TeamId::of)
                                                .collect(Collectors.toUnmodifiableSet()),
                                        UserId.of(row.getString("changed_by")),
                                        row.getObject("changed_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    /** Why this member cannot report yet, Chinese; empty for those who take part. */
    public Optional<String> objection(UserId user) {
        var departments = departments();
        if (departments.isEmpty()) {
            return Optional.empty();
        }
        var team = directory.member(user).map(Member::team).flatMap(directory::team);
        var taking =
                team.stream().flatMap(this::upwards).map(Team::id).anyMatch(departments::contains);
        return taking ? Optional.empty() : Optional.of(sentence(departments, team));
    }

    /**
     * @throws Refused when this member does not take part yet
     */
    public void requireTakesPart(UserId user) {
        objection(user)
                .ifPresent(
                        reason -> {
                            throw new Refused(reason);
                        });
    }

    private Stream<Team> upwards(Team team) {
        return Stream.iterate(
                        Optional.of(team),
                        Optional::isPresent,
                        one -> one.flatMap(known -> directory.parent(known.id())))
                .limit(32)
                .flatMap(Optional::stream);
    }

    private String sentence(Set<TeamId> departments, Optional<Team> team) {
        var names =
                directory.teams().stream()
                        .filter(one -> departments.contains(one.id()))
                        .map(Team::name)
                        .collect(Collectors.joining("、"));
        return "试点阶段只受理%s的问题，%s还没有参加；如需参加请联系管理员"
                .formatted(names, team.map(one -> "您所在的" + one.name()).orElse("您所在的部门"));
    }
}
