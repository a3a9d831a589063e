package io.issueloop.schema;

import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Our migrations run under the same lock as the creation of the engine's tables. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    @Bean
    FlywayMigrationStrategy migrateUnderSchemaLock(SchemaLock lock) {
        return flyway -> lock.during(flyway::migrate);
    }
}
