package io.issueloop.delivery;

import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of decisions about modes; rows are only added. */
@Component
class ModeChanges {

    private static final List<String> CAPABILITIES =
            Arrays.stream(Capability.values()).map(Enum::name).toList();

    private final JdbcClient jdbc;

    ModeChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Modes.Change change) {
        jdbc.sql(
                        """
                insert into capability_mode_change (capability, from_mode, to_mode, changed_by, changed_at)
                values (:capability, :from, :to, :by, :at)
                """)
                .param("capability", change.capability().name())
                .param("from", change.from().name())
                .param("to", change.to().map(Mode::name).orElse(null))
                .param("by", change.by().value())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The last one of each capability. */
    List<Modes.Change> latest() {
        return read("where id in (select max(id) from capability_mode_change group by capability)");
    }

    /** The newest first. */
    List<Modes.Change> newest(int count) {
        return read("order by id desc limit " + count);
    }

    /** Without capabilities of a later version. */
    private List<Modes.Change> read(String which) {
        return jdbc
                .sql("select * from capability_mode_change " + which)
                .query(ModeChanges::change)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Modes.Change> change(ResultSet row, int index) throws SQLException {
        var capability = row.getString("capability");
        return CAPABILITIES.contains(capability)
                ? Optional.of(
                        new Modes.Change(
                                Capability.valueOf(capability),
                                Mode.valueOf(row.getString("from_mode")),
                                Optional.ofNullable(row.getString("to_mode")).map(Mode::valueOf),
                                UserId.of(row.getString("changed_by")),
                                row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                : Optional.empty();
    }
}
