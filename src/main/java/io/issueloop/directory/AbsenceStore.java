package io.issueloop.directory;

import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of absences; ended ones stay and count no more. */
@Component
class AbsenceStore {

    private final JdbcClient jdbc;

    AbsenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the caller's transaction ends, nobody else enters an absence of this member. */
    void lock(UserId user) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('absence:' || :user))")
                .param("user", user.value())
                .query()
                .listOfRows();
    }

    Absence add(Absence absence, Instant at) {
        return jdbc.sql(
                        """
                insert into absence (user_id, from_day, to_day, substitute, entered_by, entered_at)
                values (:user, :from, :to, :substitute, :by, :at) returning *
                """)
                .param("user", absence.user().value())
                .param("from", absence.from())
                .param("to", absence.to())
                .param("substitute", absence.substitute().map(UserId::value).orElse(null))
                .param("by", absence.enteredBy().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(AbsenceStore::absence)
                .single();
    }

    /** False when it has been ended before. */
    boolean end(long id, UserId by, Instant at) {
        return jdbc.sql(
                                "update absence set ended_by = :by, ended_at = :at where id = :id and ended_at is null")
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Absence> find(long id) {
        return jdbc.sql("select * from absence where id = :id and ended_at is null")
                .param("id", id)
                .query(AbsenceStore::absence)
                .optional();
    }

    Set<UserId> away(Collection<UserId> users, LocalDate day) {
        if (users.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql(
                        """
                select distinct user_id from absence
                 where ended_at is null and user_id in (:users) and :day between from_day and to_day
                """)
                .param("users", users.stream().map(UserId::value).toList())
                .param("day", day)
                .query(String.class)
                .list()
                .stream()
                .map(UserId::of)
                .collect(Collectors.toSet());
    }

    /** What touches {@code [from, to]}, of one member. */
    List<Absence> of(UserId user, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                select * from absence
                 where ended_at is null and user_id = :user and from_day <= :to and to_day >= :from
                 order by from_day, id
                """)
                .param("user", user.value())
                .param("from", from)
                .param("to", to)
                .query(AbsenceStore::absence)
                .list();
    }

    List<Absence> substitutedBy(UserId substitute, LocalDate day) {
        return jdbc.sql(
                        """
                select * from absence
                 where ended_at is null and substitute = :user and :day between from_day and to_day
                 order by from_day, id
                """)
                .param("user", substitute.value())
                .param("day", day)
                .query(AbsenceStore::absence)
                .list();
    }

    /** All that are not over, by their first day. */
    List<Absence> from(LocalDate day) {
        return jdbc.sql(
                        "select * from absence where ended_at is null and to_day >= :day order by from_day, id")
                .param("day", day)
                .query(AbsenceStore::absence)
                .list();
    }

    private static Absence absence(ResultSet row, int index) throws SQLException {
        return new Absence(
                row.getLong("id"),
                UserId.of(row.getString("user_id")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                Optional.ofNullable(row.getString("substitute")).map(UserId::of),
                UserId.of(row.getString("entered_by")));
    }
}
