package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a person has to enter in WeCom's console. */
class ConsoleGuideTest {

    private final ConsoleGuide guide = new ConsoleGuide(TestSettings.of("http://localhost"));

    @Test
    @DisplayName("给出确切的值；Token 与 EncodingAESKey 默认只显示末四位，Secret 从不显示")
    void valuesAreExactAndSecretsMasked() {
        var masked = text(false);
        assertThat(masked)
                .contains("https://issues.example.com/wecom/callback")
                .contains("value=203.0.113.7")
                .contains("name=可信域名, value=issues.example.com")
                .contains("审批状态通知事件")
                .contains("可调用接口的应用")
                .contains("****2B2C")
                .doesNotContain(OfficialVector.AES_KEY, OfficialVector.TOKEN, TestSettings.SECRET);
        assertThat(text(true))
                .contains(OfficialVector.AES_KEY, OfficialVector.TOKEN)
                .doesNotContain(TestSettings.SECRET);
    }

    @Test
    void unknownAddressIsSaidInWords() {
        var steps = guide.steps(URI.create("https://issues.example.com"), Optional.empty(), false);
        assertThat(steps.toString()).contains("服务器的出口 IP");
    }

    @Test
    void shortSecretsShowNothing() {
        assertThat(ConsoleGuide.shown("12345678", false)).isEqualTo("****");
        assertThat(ConsoleGuide.shown("123456789", false)).isEqualTo("****6789");
    }

    private String text(boolean showSecrets) {
        return guide.steps(
                        URI.create("https://issues.example.com/"),
                        Optional.of("203.0.113.7"),
                        showSecrets)
                .toString();
    }
}
