package io.issueloop.process;

import io.issueloop.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * As much of the application as creates tables, in a JVM of its own; ends with 0 when it came up.
 */
final class SchemaNode {

    private static final String READY = "ready to create tables";

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "io.issueloop",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(SchemaLock|SchemaLockPlugin|MigrationConfiguration)"))
    static class Node {}

    private final Process process;

    private SchemaNode(Process process) {
        this.process = process;
    }

    static SchemaNode on(TestDatabase database) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classpath = System.getProperty("java.class.path");
        var words =
                List.of(
                        java,
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classpath,
                        SchemaNode.class.getName(),
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.datasource.hikari.minimum-idle=1",
                        "--camunda.bpm.auto-deployment-enabled=false",
                        "--camunda.bpm.job-execution.enabled=false");
        return new SchemaNode(new ProcessBuilder(words).redirectErrorStream(true).start());
    }

    void waitUntilReady() throws IOException {
        var output = process.inputReader();
        var line = output.readLine();
        while (line != null && !line.equals(READY)) {
            line = output.readLine();
        }
    }

    void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** What it printed since, ending with its exit code. */
    String end() throws IOException, InterruptedException {
        var printed = String.join("\n", process.inputReader().lines().toList());
        return printed + "\nexit code " + process.waitFor();
    }

    public static void main(String[] args) {
        ApplicationListener<ApplicationPreparedEvent> waiting = event -> waitForTheOther();
        var application = new SpringApplicationBuilder(Node.class).web(WebApplicationType.NONE);
        application.listeners(waiting).run(args).close();
    }

    private static void waitForTheOther() {
        System.out.println(READY);
        try {
            System.in.read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
