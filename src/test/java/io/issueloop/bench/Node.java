package io.issueloop.bench;

import io.issueloop.standalone.DatabaseConnection;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * An application as a process of its own, with the memory the README gives it; {@code
 * -Dbench.jvm=…} adds options, such as those of a flight recording.
 */
final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> JAVA =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-Dfile.encoding=UTF-8");

    private final Process process;
    private final int port;

    private Node(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The product as it is shipped: its classes and no test's. */
    static Node product(Path log, Map<String, String> settings) {
        return start("io.issueloop.Application", "test-classes", log, settings);
    }

    /** The same libraries around an empty application, and nothing of the product's. */
    static Node bare(Path log, Map<String, String> settings) {
        return start(BareApplication.class.getName(), "classes", log, settings);
    }

    static Map<String, String> datasource(DatabaseConnection database) {
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password());
    }

    private static Node start(
            String mainClass, String without, Path log, Map<String, String> settings) {
        try {
            var port = freePort();
            var command = new ArrayList<>(JAVA);
            command.addAll(List.of(System.getProperty("bench.jvm", "-Xshare:auto").split(" ")));
            command.addAll(List.of("-cp", classPath(without), mainClass));
            command.add("--server.port=" + port);
            settings.forEach((name, value) -> command.add("--" + name + "=" + value));
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(isASetting());
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end of a node"));
            return new Node(process, port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Predicate<String> isASetting() {
        return name -> name.matches("(SERVER|SPRING|ISSUELOOP|WECOM|SANDBOX|CAMUNDA)_.*");
    }

    private static String classPath(String without) {
        var unwanted = File.separator + "target" + File.separator + without;
        var entries = System.getProperty("java.class.path").split(File.pathSeparator);
        return String.join(
                File.pathSeparator,
                Arrays.stream(entries).filter(entry -> !entry.endsWith(unwanted)).toList());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Waits until it says that it takes requests. */
    Node awaitReady() {
        var request = HttpRequest.newBuilder(address("/actuator/health/readiness")).build();
        var http = HttpClient.newHttpClient();
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
                Thread.sleep(10);
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        close();
        throw new IllegalStateException("did not become ready: " + process.info().commandLine());
    }

    /** What it has cost so far, whatever else the machine did meanwhile. */
    double cpuSeconds() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .map(spent -> spent.toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
