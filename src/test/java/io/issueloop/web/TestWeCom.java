package io.issueloop.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The sign-on half of WeCom over real HTTP (pages 91039 and 91023): the code {@code code-of-lina}
 * stands for lina, once; {@code broken} makes WeCom fail.
 */
class TestWeCom implements DisposableBean {

    static final String CODE_OF = "code-of-";

    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    TestWeCom() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/cgi-bin/gettoken",
                call ->
                        answer(
                                call,
                                200,
                                "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200}"));
        server.createContext("/cgi-bin/auth/getuserinfo", this::userInfo);
        server.createContext("/cgi-bin/get_jsapi_ticket", call -> ticket(call, "ticket-of-corp"));
        server.createContext("/cgi-bin/ticket/get", call -> ticket(call, "ticket-of-app"));
        server.start();
    }

    @Bean
    static DynamicPropertyRegistrar weComAddress(TestWeCom weCom) {
        return registry -> {
            var port = weCom.server.getAddress().getPort();
            registry.add("wecom.base-url", () -> "http://localhost:" + port);
            registry.add("wecom.oauth-url", () -> "http://oauth.test/authorize");
            registry.add("wecom.sso-url", () -> "http://sso.test/login");
            registry.add("wecom.corp-id", () -> "wwtest");
            registry.add("wecom.agent-id", () -> "1000002");
            registry.add("wecom.secret", () -> "secret");
            registry.add("wecom.callback-token", () -> "token");
            registry.add("wecom.callback-aes-key", () -> "a".repeat(43));
            registry.add("wecom.proxy", () -> null);
        };
    }

    private static void ticket(HttpExchange call, String ticket) throws IOException {
        answer(
                call,
                200,
                "{\"errcode\":0,\"ticket\":\"%s\",\"expires_in\":7200}".formatted(ticket));
    }

    private void userInfo(HttpExchange call) throws IOException {
        var query = call.getRequestURI().getQuery();
        var code = query.replaceAll("(^|.*&)code=([^&]*).*", "$2");
        if (code.startsWith("broken")) {
            answer(call, 500, "oops");
        } else if (!used.add(code)) {
            answer(call, 200, "{\"errcode\":40029,\"errmsg\":\"invalid code\"}");
        } else if (code.startsWith(CODE_OF)) {
            var userId = code.substring(CODE_OF.length()).replaceAll("\\..*", "");
            answer(call, 200, "{\"errcode\":0,\"userid\":\"%s\"}".formatted(userId));
        } else {
            answer(call, 200, "{\"errcode\":0,\"openid\":\"o-1\"}");
        }
    }

    private static void answer(HttpExchange call, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length);
        try (var out = call.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void destroy() {
        server.stop(0);
    }
}
