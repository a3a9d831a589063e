package io.issueloop.bench;

import io.issueloop.standalone.DatabaseConnection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What PostgreSQL did for one database, by its own books. Read from another database, so that
 * reading adds nothing; WAL is the whole server's, so only one side may work at a time.
 */
final class Meter {

    private final DatabaseConnection books;
    private final String database;

    Meter(DatabaseConnection books, String database) {
        this.books = books;
        this.database = database;
    }

    /**
     * Counters since the server started.
     *
     * @param statements without begin and commit
     * @param commits delayed by up to ten seconds in PostgreSQL's statistics
     */
    record Reading(long statements, long commits, long walBytes) {

        Reading minus(Reading before) {
            return new Reading(
                    statements - before.statements,
                    commits - before.commits,
                    walBytes - before.walBytes);
        }

        Reading plus(Reading other) {
            return new Reading(
                    statements + other.statements,
                    commits + other.commits,
                    walBytes + other.walBytes);
        }
    }

    static final Reading NOTHING = new Reading(0, 0, 0);

    Reading read() {
        var rows =
                query(
                        """
                select (select coalesce(sum(calls), 0) from pg_stat_statements s where s.dbid = d.oid),
                       pg_stat_get_db_xact_commit(d.oid),
                       pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')
                  from pg_database d where d.datname = ?
                """);
        var row = rows.get(0).split("\t");
        return new Reading(Long.parseLong(row[0]), Long.parseLong(row[1]), Long.parseLong(row[2]));
    }

    /** What it takes on disk, indexes included. */
    long bytes() {
        return Long.parseLong(
                query("select pg_database_size(datname) from pg_database where datname = ?")
                        .get(0));
    }

    /** The statements that ran most often, {@code calls, rows, milliseconds, text}. */
    List<String> statements() {
        return query(
                """
                select calls, rows, round(total_exec_time) as ms, regexp_replace(query, '\\s+', ' ', 'g')
                  from pg_stat_statements s join pg_database d on d.oid = s.dbid
                 where d.datname = ? order by calls desc limit 150
                """);
    }

    private List<String> query(String sql) {
        try (var connection = books.open();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, database);
            var result = statement.executeQuery();
            var columns = result.getMetaData().getColumnCount();
            var rows = new ArrayList<String>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join("\t", row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
