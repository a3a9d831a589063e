package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.RequestLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AccessTokensTest {

    interface TagsApi {
        @RequestLine("GET /cgi-bin/tag/list")
        Tags list();

        record Tags(List<Object> taglist) {}
    }

    private final AtomicInteger issued = new AtomicInteger();
    private final Set<String> dead = ConcurrentHashMap.newKeySet();
    private TinyServer server;
    private Wire wire;

    @BeforeEach
    void startServer() throws IOException {
        server =
                new TinyServer(
                        call -> {
                            var uri = call.getRequestURI().toString();
                            if (uri.startsWith("/cgi-bin/gettoken")) {
                                TinyServer.reply(
                                        call,
                                        200,
                                        "{\"errcode\":0,\"access_token\":\"planted-token-%d\",\"expires_in\":7200}"
                                                .formatted(issued.incrementAndGet()));
                            } else {
                                boolean gone = dead.stream().anyMatch(uri::endsWith);
                                TinyServer.reply(
                                        call,
                                        200,
                                        gone
                                                ? "{\"errcode\":42001,\"errmsg\":\"expired\"}"
                                                : "{\"errcode\":0}");
                            }
                        });
        wire = Wire.to(TestSettings.of(server.url()));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    @DisplayName("两个节点、许多线程同时需要凭证时，只向企业微信取一次")
    void manyThreadsOnTwoNodesAskOnce() throws Exception {
        var nodes = List.of(wire.node(), wire.node());
        assertThat(atOnce(nodes, node -> node.tokens.current())).containsOnly("planted-token-1");
        assertThat(issued).hasValue(1);
    }

    @Test
    @DisplayName("凭证提前失效时，所有线程合起来只换一次，每个调用只重试一次")
    void deadTokenIsReplacedOnce() throws Exception {
        var nodes = List.of(wire.node(), wire.node());
        nodes.forEach(node -> node.tokens.current());
        dead.add("planted-token-1");
        atOnce(nodes, node -> node.clients.of(TagsApi.class).list());
        assertThat(issued).hasValue(2);
        assertThat(server.calls.stream().filter(call -> call.endsWith("planted-token-2")))
                .hasSize(2 * 16);
    }

    @Test
    void tokenThatStaysDeadIsRetriedOnceOnly() {
        dead.addAll(Set.of("planted-token-1", "planted-token-2", "planted-token-3"));
        assertThatThrownBy(() -> wire.clients.of(TagsApi.class).list())
                .isInstanceOf(WeComUnavailable.class);
        assertThat(issued).hasValue(2);
    }

    @Test
    void restartedNodeUsesTheStoredToken() {
        wire.tokens.current();
        assertThat(wire.node().tokens.current()).isEqualTo("planted-token-1");
        assertThat(issued).hasValue(1);
    }

    @Test
    void crashedRefresherIsSucceeded() {
        wire.jdbc
                .sql(
                        "insert into wecom_lease select 'token-x', gen_random_uuid(), now() - interval '1 s'")
                .update();
        assertThat(wire.leases.take("token-x", java.time.Duration.ofSeconds(5))).isTrue();
        assertThat(wire.node().leases.take("token-x", java.time.Duration.ofSeconds(5))).isFalse();
        wire.leases.release("token-x");
        assertThat(wire.node().leases.take("token-x", java.time.Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void nothingSecretIsPrinted(CapturedOutput output) {
        wire.clients.of(TagsApi.class).list();
        dead.addAll(Set.of("planted-token-1", "planted-token-2"));
        assertThatThrownBy(() -> wire.clients.of(TagsApi.class).list())
                .satisfies(
                        problem -> {
                            var trace = new java.io.StringWriter();
                            problem.printStackTrace(new java.io.PrintWriter(trace));
                            assertThat(trace.toString()).doesNotContain("planted");
                        });
        assertThat(wire.properties.toString()).doesNotContain(TestSettings.SECRET);
        assertThat(output.getAll())
                .doesNotContain("planted")
                .doesNotContain(OfficialVector.AES_KEY);
    }

    private static <T> List<T> atOnce(List<Wire> nodes, java.util.function.Function<Wire, T> work)
            throws Exception {
        var pool = Executors.newFixedThreadPool(32);
        var calls = new ArrayList<Callable<T>>();
        for (int i = 0; i < 16; i++) {
            nodes.forEach(node -> calls.add(() -> work.apply(node)));
        }
        var results = new ArrayList<T>();
        for (var done : pool.invokeAll(calls)) {
            results.add(done.get());
        }
        pool.shutdown();
        return results;
    }
}
