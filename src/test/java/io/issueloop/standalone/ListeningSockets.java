package io.issueloop.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the Linux kernel says about listening TCP sockets. */
final class ListeningSockets {

    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    /** Local addresses in the kernel's hexadecimal notation; 0100007F is 127.0.0.1. */
    static List<String> addressesOf(int port) throws IOException {
        var suffix = ":%04X".formatted(port);
        try (var four = Files.lines(Path.of("/proc/net/tcp"));
                var six = Files.lines(Path.of("/proc/net/tcp6"))) {
            return Stream.concat(four, six)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals(LISTEN))
                    .map(columns -> columns[1].substring(0, columns[1].indexOf(':')))
                    .toList();
        }
    }
}
