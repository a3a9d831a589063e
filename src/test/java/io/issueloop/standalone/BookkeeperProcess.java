package io.issueloop.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A {@link Bookkeeper} in a JVM of its own. */
record BookkeeperProcess(Process process, BufferedReader output) {

    static BookkeeperProcess on(Path data) throws IOException {
        return run(List.of(), System.getProperty("java.class.path"), data);
    }

    static BookkeeperProcess run(List<String> prefix, String classpath, Path data)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words =
                List.of(java, "-Xmx128m", "-cp", classpath, Bookkeeper.class.getName(), "" + data);
        var builder = new ProcessBuilder(Stream.concat(prefix.stream(), words.stream()).toList());
        builder.directory(Path.of("/").toFile()).redirectErrorStream(true);
        var process = builder.start();
        return new BookkeeperProcess(process, process.inputReader(StandardCharsets.UTF_8));
    }

    /** Returns once it has committed that many rows. */
    void waitForLine(int line) throws IOException {
        var everything = new StringBuilder();
        for (var text = output.readLine(); text != null; text = output.readLine()) {
            if (text.equals("committed " + line)) {
                return;
            }
            everything.append(text).append('\n');
        }
        throw new IllegalStateException("the application ended by itself:\n" + everything);
    }

    /**
     * kill -9.
     *
     * @return the last row it had acknowledged
     */
    int kill() throws IOException, InterruptedException {
        // the handle's, as the one of Process throws the unread output away
        process.toHandle().destroyForcibly();
        process.waitFor();
        var last = output.lines().filter(text -> text.startsWith("committed ")).toList();
        return last.isEmpty() ? 0 : Integer.parseInt(last.get(last.size() - 1).substring(10));
    }
}
