package io.issueloop.sandbox.callback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.issueloop.sandbox.SandboxDefaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An application on the other end: checks the signature, decrypts, answers as told. */
final class CallbackReceiver implements AutoCloseable {

    private final HttpServer server;
    private final CallbackCrypto crypto =
            new CallbackCrypto(
                    SandboxDefaults.TOKEN, SandboxDefaults.AES_KEY, SandboxDefaults.CORP_ID);
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();

    CallbackReceiver(int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/wecom/callback", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/wecom/callback";
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The next plaintext, or empty when none comes within the time. */
    String next(long milliseconds) throws InterruptedException {
        var xml = received.poll(milliseconds, TimeUnit.MILLISECONDS);
        return xml == null ? "" : xml;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean verification = exchange.getRequestMethod().equals("GET");
        var encrypted =
                verification
                        ? query.get("echostr")
                        : body.replaceAll("(?s).*<Encrypt><!\\[CDATA\\[(.*?)]]></Encrypt>.*", "$1");
        var signature = crypto.sign(query.get("timestamp"), query.get("nonce"), encrypted);
        var plain = crypto.decrypt(encrypted);
        var answer = answers.poll();
        int status =
                signature.equals(query.get("msg_signature")) ? answer == null ? 200 : answer : 403;
        var echo = verification ? plain.getBytes(StandardCharsets.UTF_8) : new byte[0];
        if (!verification) {
            received.add(plain);
        }
        exchange.sendResponseHeaders(status, echo.length == 0 ? -1 : echo.length);
        exchange.getResponseBody().write(echo);
        exchange.close();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var values = new HashMap<String, String>();
        for (var pair : exchange.getRequestURI().getRawQuery().split("&")) {
            int at = pair.indexOf('=');
            values.put(
                    pair.substring(0, at),
                    java.net.URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return values;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
