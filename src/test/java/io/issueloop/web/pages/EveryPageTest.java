package io.issueloop.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.OwnPages;
import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WebTest
@DisplayName("每个页面都有人看")
class EveryPageTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @LocalServerPort private int port;

    @Test
    @DisplayName("脚本和样式：压缩传输，浏览器留着，没有改动就不再传")
    void assetsAreSmallAndKept() {
        var first = Browser.of("lina", port).with("Accept-Encoding", "gzip");
        var style = first.get("/assets/style.css");
        assertThat(style.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(style.header("Cache-Control")).contains("no-cache").doesNotContain("no-store");
        var again = first.with("If-Modified-Since", style.header("Last-Modified"));
        assertThat(again.get("/assets/style.css").status()).isEqualTo(304);
        assertThat(again.get("/api/me").header("Cache-Control")).contains("no-store");
    }

    @Test
    @DisplayName("页面写明脚本的版本，浏览器一次要全、保留一年；别的节点的版本也有回应")
    void pagesNameTheVersionOfTheirScripts() {
        var lina = Browser.of("lina", port);
        var page = lina.get("/m/report").body();
        var script = Pattern.compile("/assets/v[0-9a-f]{12}/report.js").matcher(page);
        assertThat(script.find()).isTrue();
        assertThat(page)
                .contains("rel=\"modulepreload\" href=\"" + folder(script.group()) + "i18n.js\"")
                .contains("rel=\"preload\" as=\"style\" href=\"" + folder(script.group()));
        assertThat(lina.get(script.group()).header("Cache-Control")).contains("immutable");
        var elsewhere = lina.get("/assets/v0123456789ab/report.js");
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(elsewhere.header("Cache-Control")).contains("no-cache");
        assertThat(lina.get("/assets/v0123456789ab/nothing.js").status()).isEqualTo(404);
    }

    private static String folder(String script) {
        return script.substring(0, script.lastIndexOf('/') + 1);
    }

    @Test
    @DisplayName("手册在应用里打开，没有的手册是友好的 404")
    void guidesOpen() {
        var lina = Browser.of("lina", port);
        assertThat(lina.get("/help/handler").body()).contains("处理人手册", "/help/pictures/");
        assertThat(lina.get("/help/pictures/tour-3-card.png").status()).isEqualTo(200);
        var missing = lina.get("/help/nobody");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).contains("没有这个地址");
    }

    @Test
    @DisplayName("每个页面都在浏览器测试的清单里（新页面：在 OwnPages 加一行）")
    void everyPageIsLookedAt() {
        assertThat(OwnPages.unseen(mappings)).isEmpty();
    }
}
