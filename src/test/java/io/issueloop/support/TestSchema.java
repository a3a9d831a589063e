package io.issueloop.support;

import io.issueloop.standalone.DatabaseConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The tables of the engine and ours, as the application itself would create them. */
final class TestSchema {

    private static final String MIGRATIONS = "classpath*:db/migration/*.sql";

    private TestSchema() {}

    /** Changes with the engine's version and with the content of any migration. */
    static String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ProcessEngine.class.getPackage().getImplementationVersion().getBytes());
            for (var file : new PathMatchingResourcePatternResolver().getResources(MIGRATIONS)) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void create(DatabaseConnection database) {
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        var engine = new StandaloneProcessEngineConfiguration();
        engine.setJdbcDriver("org.postgresql.Driver");
        engine.setJdbcUrl(database.url());
        engine.setJdbcUsername(database.username());
        engine.setJdbcPassword(database.password());
        engine.setDatabaseSchemaUpdate("true");
        engine.setHistory("full");
        engine.setJobExecutorActivate(false);
        engine.setProcessEngineName("template");
        engine.buildProcessEngine().close();
    }
}
