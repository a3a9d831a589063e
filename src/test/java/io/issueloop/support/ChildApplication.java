package io.issueloop.support;

import static org.awaitility.Awaitility.await;

import io.issueloop.Application;
import io.issueloop.sandbox.SandboxDefaults;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The application in a JVM of its own, with its embedded PostgreSQL in {@code data}, connected to a
 * sandbox elsewhere; started again it has the same folder and the same port.
 */
public final class ChildApplication {

    private static final Duration START = Duration.ofSeconds(180);

    private final Path data;
    private final String weCom;
    private final int port;
    private final Map<String, String> more = new HashMap<>();

    public ChildApplication(Path data, String weCom) throws IOException {
        this.data = data;
        this.weCom = weCom;
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /** With these environment variables besides, or instead of, its own. */
    public ChildApplication with(Map<String, String> environment) {
        more.putAll(environment);
        return this;
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns when it is ready. */
    public Running start(String zone) throws IOException {
        var output = log();
        var builder = builder(zone, output, Map.of());
        var running = new Running(builder.start(), output);
        await("application ready")
                .atMost(START)
                .failFast(() -> running.requireAlive())
                .until(this::isReady);
        return running;
    }

    /**
     * Runs one of its commands to the end, beside it or without it.
     *
     * @param settings environment variables that differ from its own
     */
    public Ended run(Map<String, String> settings, String... words) throws Exception {
        var output = log();
        var process = builder("UTC", output, settings, words).start();
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Ended(process.waitFor(), Files.readString(output));
    }

    /** How a command ended, and all it printed. */
    public record Ended(int code, String output) {}

    private static Path log() throws IOException {
        var logs = Files.createDirectories(Path.of("target", "child-applications"));
        return Files.createTempFile(logs, "run-", ".log");
    }

    private ProcessBuilder builder(
            String zone, Path output, Map<String, String> differing, String... words) {
        var command = new ArrayList<>(command(zone));
        command.addAll(List.of(words));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().putAll(settings());
        builder.environment().putAll(more);
        builder.environment().putAll(differing);
        builder.environment().remove("SPRING_DATASOURCE_URL");
        return builder;
    }

    private List<String> command(String zone) {
        var ours =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=" + zone,
                "-cp",
                ours,
                Application.class.getName());
    }

    private Map<String, String> settings() {
        return Map.of(
                "SERVER_PORT",
                "" + port,
                "ISSUELOOP_DATA_DIR",
                data.toString(),
                "WECOM_BASE_URL",
                weCom,
                "WECOM_CORP_ID",
                SandboxDefaults.CORP_ID,
                "WECOM_AGENT_ID",
                "" + SandboxDefaults.AGENT_ID,
                "WECOM_SECRET",
                SandboxDefaults.SECRET,
                "WECOM_CALLBACK_TOKEN",
                SandboxDefaults.TOKEN,
                "WECOM_CALLBACK_AES_KEY",
                SandboxDefaults.AES_KEY,
                "ISSUELOOP_ACKNOWLEDGEMENTS_WITHIN",
                "3s");
    }

    private boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"));
        try {
            return HttpClient.newHttpClient()
                            .send(request.build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** One run of it. */
    public record Running(Process process, Path output) implements AutoCloseable {

        /** kill -9. */
        public void kill() {
            process.destroyForcibly().onExit().join();
        }

        void requireAlive() throws IOException {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended:\n" + Files.readString(output));
            }
        }

        /** SIGTERM, until it is gone with its database. */
        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
