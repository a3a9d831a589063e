package io.issueloop.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.OwnPages;
import io.issueloop.web.WebTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WebTest
@DisplayName("每个页面都有人看")
class EveryPageTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    @DisplayName("每个页面都在浏览器测试的清单里（新页面：在 OwnPages 加一行）")
    void everyPageIsLookedAt() {
        assertThat(OwnPages.unseen(mappings)).isEmpty();
    }
}
