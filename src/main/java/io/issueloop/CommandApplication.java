package io.issueloop;

import io.issueloop.process.CommandEngine;
import io.issueloop.schema.SchemaLock;
import io.issueloop.standalone.ClockOffsetConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * What {@link CommandContext} is made of; no component, so that the application does not find it.
 */
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
})
@ComponentScan({
    "io.issueloop.calendar",
    "io.issueloop.collaboration",
    "io.issueloop.delivery",
    "io.issueloop.directory",
    "io.issueloop.issue",
    "io.issueloop.knowledge",
    "io.issueloop.kpi",
    "io.issueloop.notification",
    "io.issueloop.pilot",
    "io.issueloop.process.health",
    "io.issueloop.wecom",
})
@Import({
    TimeConfiguration.class,
    ClockOffsetConfiguration.class,
    SchemaLock.class,
    CommandEngine.class
})
class CommandApplication {

    /** A command that only looks leaves the tables as they are. */
    @Bean
    FlywayMigrationStrategy migration(
            @Value("${issueloop.command.migrate}") boolean migrate, SchemaLock lock) {
        return flyway -> {
            if (migrate) {
                lock.during(flyway::migrate);
            }
        };
    }
}
