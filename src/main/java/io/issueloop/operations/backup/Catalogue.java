package io.issueloop.operations.backup;

import io.issueloop.operations.backup.Manifest.Counter;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the database consists of, read through one connection and so in its transaction. */
final class Catalogue {

    /** How the tables came about, and who is signed on: neither is data to bring back. */
    private static final Set<String> LEFT_OUT =
            Set.of("flyway_schema_history", "spring_session", "spring_session_attributes");

    private final JdbcClient jdbc;

    Catalogue(Connection connection) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    List<Table> tables() {
        return jdbc
                .sql(
                        """
                        select c.relname, array_agg(a.attname::text order by a.attnum) as columns
                        from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                             and not a.attisdropped and a.attgenerated = ''
                        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                        group by c.relname order by c.relname collate "C"
                        """)
                .query(
                        (row, number) ->
                                new Table(
                                        row.getString("relname"),
                                        List.of((String[]) row.getArray("columns").getArray())))
                .list()
                .stream()
                .filter(table -> !LEFT_OUT.contains(table.name()))
                .toList();
    }

    List<Counter> counters() {
        return jdbc
                .sql(
                        """
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind = 'S'
                        order by relname collate "C"
                        """)
                .query(String.class)
                .list()
                .stream()
                .map(this::counter)
                .toList();
    }

    private Counter counter(String name) {
        return jdbc.sql("select last_value, is_called from " + Table.quote(name))
                .query((row, number) -> new Counter(name, row.getLong(1), row.getBoolean(2)))
                .single();
    }

    /** The last of our migrations, the engine's version, and a digest of all migrations. */
    String version() {
        return jdbc.sql(
                        """
                        select concat_ws(' ',
                            'V' || (select version from flyway_schema_history
                                    where success and version is not null
                                    order by installed_rank desc limit 1),
                            (select value_ from act_ge_property where name_ = 'schema.version'),
                            (select md5(string_agg(concat(version, description, checksum), ','
                                        order by version, description, checksum))
                             from flyway_schema_history where success))
                        """)
                .query(String.class)
                .single();
    }

    /** Foreign keys as statements that make them again. */
    List<Key> foreignKeys() {
        return jdbc.sql(
                        """
                        select c.relname, k.conname, pg_get_constraintdef(k.oid) as definition
                        from pg_constraint k join pg_class c on c.oid = k.conrelid
                        where k.contype = 'f' and c.relnamespace = 'public'::regnamespace
                        order by 1, 2
                        """)
                .query(
                        (row, number) ->
                                new Key(
                                        Table.quote(row.getString("relname")),
                                        Table.quote(row.getString("conname")),
                                        row.getString("definition")))
                .list();
    }

    /** Applications connected to this database, commands not counted. */
    int liveNodes() {
        return jdbc.sql(
                        """
                        select count(distinct (client_addr, client_hostname)) from pg_stat_activity
                        where datname = current_database() and application_name = :name
                        """)
                .param("name", Backups.NODE)
                .query(Integer.class)
                .single();
    }

    record Key(String table, String name, String definition) {
        String drop() {
            return "alter table %s drop constraint %s".formatted(table, name);
        }

        String create() {
            return "alter table %s add constraint %s %s".formatted(table, name, definition);
        }
    }
}
