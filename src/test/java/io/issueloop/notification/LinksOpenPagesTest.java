package io.issueloop.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every address a message may carry opens a page, and leads whoever is not signed on back to it.
 */
@WebTest
@DisplayName("消息里的链接")
class LinksOpenPagesTest {

    private static final Links LINKS =
            new Links(new LinkProperties(URI.create("https://issueloop.example")));

    @LocalServerPort private int port;

    static Stream<Named<Method>> links() {
        return Arrays.stream(Links.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.getName().equals("tasklist")) // Camunda's own page
                .map(method -> Named.of(method.getName(), method));
    }

    @ParameterizedTest
    @MethodSource("links")
    @DisplayName("打开对应的页面；没有登录的人先登录再回到这一页")
    void opensItsPage(Method link) throws ReflectiveOperationException {
        var given =
                link.getName().equals("page")
                        ? new Object[] {"/m/learning"}
                        : Arrays.stream(link.getParameterTypes())
                                .map(LinksOpenPagesTest::sample)
                                .toArray();
        var address = (URI) link.invoke(LINKS, given);
        assertThat(address.toString()).startsWith("https://issueloop.example/");
        var path = address.toString().substring("https://issueloop.example".length());

        var page = Browser.of("sunops", port).get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");

        var stranger = Browser.at(port);
        assertThat(stranger.get(path).location()).isEqualTo("/login");
        assertThat(stranger.signOn("sunops").location()).isEqualTo(path);
    }

    private static Object sample(Class<?> type) {
        if (type == IssueNo.class) {
            return IssueNo.of("ISS-20261123-0001");
        }
        if (type == UserId.class) {
            return UserId.of("lina");
        }
        return "KB-20261123-0001";
    }
}
