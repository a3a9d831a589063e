package io.issueloop.standalone;

import java.nio.file.Path;

/** An application to be killed: commits one row after the other and says so after each commit. */
final class Bookkeeper {

    private Bookkeeper() {}

    public static void main(String[] args) throws Exception {
        var database = EmbeddedDatabase.start(Path.of(args[0]));
        try (var connection = database.connection().open();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists book (line int primary key)");
            for (var line = 1; ; line++) {
                statement.execute("insert into book values (" + line + ")");
                System.out.println("committed " + line);
            }
        }
    }
}
