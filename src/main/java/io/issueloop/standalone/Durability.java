package io.issueloop.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a running PostgreSQL itself says about surviving a crash (trust.md, crash). */
record Durability(String fsync, String synchronousCommit, String fullPageWrites) {

    static Durability of(Connection connection) throws SQLException {
        return new Durability(
                show(connection, "fsync"),
                show(connection, "synchronous_commit"),
                show(connection, "full_page_writes"));
    }

    boolean isSafe() {
        return List.of(fsync, synchronousCommit, fullPageWrites).equals(List.of("on", "on", "on"));
    }

    @Override
    public String toString() {
        return "fsync=%s, synchronous_commit=%s, full_page_writes=%s"
                .formatted(fsync, synchronousCommit, fullPageWrites);
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }
}
