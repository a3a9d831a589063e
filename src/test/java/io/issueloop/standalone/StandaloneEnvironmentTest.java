package io.issueloop.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class StandaloneEnvironmentTest {

    @TempDir private Path data;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Small {

        @Bean
        LastUser lastUser(DataSource source) {
            return new LastUser(source);
        }
    }

    /** Uses the database while it is being destroyed, as the engine does. */
    static class LastUser implements DisposableBean {

        private final DataSource source;
        private String answer = "";

        LastUser(DataSource source) {
            this.source = source;
        }

        @Override
        public void destroy() throws SQLException {
            try (var connection = source.getConnection()) {
                answer = connection.getMetaData().getUserName();
            }
        }
    }

    @Test
    void databaseStartsBeforeTheFirstBeanAndEndsAfterTheLast() {
        var context = start();
        var user = context.getBean(LastUser.class);

        context.close();

        assertThat(user.answer).isEqualTo("issueloop");
        assertThat(EmbeddedDatabase.connection(data)).isEmpty();
    }

    @Test
    void nothingStartsBesideAnExternalDatabase() {
        var elsewhere = TestDatabase.empty();
        try (var context =
                start(
                        "--spring.datasource.url=" + elsewhere.url(),
                        "--spring.datasource.username=" + elsewhere.username(),
                        "--spring.datasource.password=" + elsewhere.password())) {
            assertThat(context.getBeansOfType(EmbeddedDatabase.class)).isEmpty();
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void theSandboxStandsInForWeComAlone() {
        var elsewhere = TestDatabase.empty();
        try (var context =
                start(
                        "--spring.datasource.url=" + elsewhere.url(),
                        "--spring.datasource.username=" + elsewhere.username(),
                        "--spring.datasource.password=" + elsewhere.password(),
                        "--sandbox.port=0")) {
            var settings = context.getEnvironment();
            assertThat(StandaloneEnvironment.hasSandbox(settings)).isTrue();
            assertThat(settings.getProperty("wecom.base-url")).startsWith("http://127.0.0.1:");
            assertThat(settings.getProperty("wecom.corp-id")).isNotBlank();
            assertThat(context.getBeansOfType(EmbeddedDatabase.class)).isEmpty();
        }
    }

    private ConfigurableApplicationContext start(String... more) {
        var arguments = new ArrayList<>(List.of("--issueloop.data-dir=" + data));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--sandbox.port=0")) {
            arguments.add("--wecom.corp-id=wwelsewhere");
        }
        return new SpringApplicationBuilder(Small.class)
                .web(WebApplicationType.NONE)
                .initializers(new StandaloneEnvironment())
                .run(arguments.toArray(String[]::new));
    }
}
