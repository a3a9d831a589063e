package io.issueloop.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program run to its end, with its output kept for the error message. */
record Command(List<String> words, Path directory) {

    static Command of(List<String> prefix, Path directory, String... words) {
        return new Command(Stream.concat(prefix.stream(), Stream.of(words)).toList(), directory);
    }

    Command with(String... more) {
        return new Command(Stream.concat(words.stream(), Stream.of(more)).toList(), directory);
    }

    /**
     * @return what it printed
     * @throws StartRefused when it ends with anything but 0
     */
    String run() {
        var result = execute();
        if (result.code != 0) {
            throw new StartRefused(
                    "命令执行失败（返回值 %d）：%s%n%s"
                            .formatted(result.code, String.join(" ", words), result.output));
        }
        return result.output;
    }

    boolean succeeds() {
        return execute().code == 0;
    }

    private Result execute() {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.directory(directory.toFile());
        // PGDATA, PGPORT … of the caller's own PostgreSQL must not reach ours
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("启动过程被中断。", e);
        }
    }

    private record Result(int code, String output) {}
}
