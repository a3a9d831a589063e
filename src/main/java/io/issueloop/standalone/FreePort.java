package io.issueloop.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses loopback ports below the range that operating systems hand out to clients. */
final class FreePort {

    private static final int FROM = 20_000;
    private static final int TO = 30_000;

    private FreePort() {}

    /** The preferred one if it is free, otherwise any. */
    static int preferably(int preferred) {
        var port = preferred;
        while (port == 0 || !isFree(port)) {
            port = ThreadLocalRandom.current().nextInt(FROM, TO);
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
