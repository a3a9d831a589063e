package io.issueloop.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A page of an application on another port, using the JS-SDK as WeCom's documentation shows it. */
final class JsSdkPage implements AutoCloseable {

    private static final String PAGE =
            """
            <!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="icon" href="data:,">
            <body><h1>问题</h1><pre id="out">-</pre><script src="%s/jssdk.js"></script><script>
            const out = document.getElementById('out');
            const note = result => { out.textContent += JSON.stringify(result) + ' '; };
            ww.register({
              corpId: '%s', agentId: %d, jsApiList: ['createTodo', 'viewTodo'],
              async getAgentConfigSignature(url) {
                const answer = await fetch('/sign?forged=' + url.includes('forged') + '&url=' + encodeURIComponent(url));
                return answer.json();
              },
              onAgentConfigFail: note,
            });
            function create(content, attendees) {
              ww.createTodo({ content, attendees, endTime: 1795000000, success: note, fail: note, cancel: note }).catch(() => {});
            }
            </script></body></html>
            """;

    private final HttpServer server;
    private final RunningSandbox wecom;

    JsSdkPage(RunningSandbox wecom) {
        this.wecom = wecom;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/issue", this::page);
        server.createContext("/sign", this::sign);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/issue";
    }

    private void page(HttpExchange exchange) throws IOException {
        var html = PAGE.formatted(wecom.base(), SandboxDefaults.CORP_ID, SandboxDefaults.AGENT_ID);
        answer(exchange, "text/html;charset=utf-8", html);
    }

    /** What the application's server does: it alone knows the ticket. */
    private void sign(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        var url = URLDecoder.decode(query.replaceAll(".*&url=", ""), StandardCharsets.UTF_8);
        var ticket =
                query.contains("forged=true")
                        ? "guessed"
                        : wecom.get("ticket/get?type=agent_config").path("ticket").asText();
        var text = "jsapi_ticket=%s&noncestr=n&timestamp=7&url=%s".formatted(ticket, url);
        var json =
                "{\"timestamp\":7,\"nonceStr\":\"n\",\"signature\":\"%s\"}".formatted(sha1(text));
        answer(exchange, "application/json", json);
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String sha1(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
