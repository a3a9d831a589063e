package io.issueloop.directory;

import io.issueloop.support.TestDatabase;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory for tests of other features, without a Spring context. */
public final class TestDirectory {

    private TestDirectory() {}

    /** As that source says it is. */
    public static Directory of(DirectorySource source) {
        var database = TestDatabase.create().dataSource();
        var jdbc = JdbcClient.create(database);
        var directory =
                new Directory(
                        source,
                        new OrganisationStore(jdbc),
                        new OverrideStore(jdbc),
                        new DirectoryProperties(List.of()),
                        new TransactionTemplate(new DataSourceTransactionManager(database)),
                        event -> {},
                        Clock.systemUTC());
        directory.refresh();
        return directory;
    }
}
