package io.issueloop.standalone;

import java.sql.SQLException;

/** One statement on a connection of its own. */
final class Sql {

    private Sql() {}

    static void run(DatabaseConnection database, String sql) throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String text(DatabaseConnection database, String sql) throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
