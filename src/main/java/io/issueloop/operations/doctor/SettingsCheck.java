package io.issueloop.operations.doctor;

import io.issueloop.operations.doctor.About.Need;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** What has to be set is set, in the right form. Values are never shown. */
@About(value = "设置", grounds = Need.SETTINGS)
final class SettingsCheck implements Check {

    private record Setting(String property, String variable, String form, String hint) {}

    private static final List<Setting> NEEDED =
            List.of(
                    new Setting("wecom.corp-id", "WECOM_CORP_ID", "\\S+", "企业 ID，见管理后台「我的企业」"),
                    new Setting(
                            "wecom.agent-id", "WECOM_AGENT_ID", "[1-9]\\d*", "自建应用的 AgentId，一个正整数"),
                    new Setting("wecom.secret", "WECOM_SECRET", "\\S+", "自建应用的 Secret"),
                    new Setting(
                            "wecom.callback-token",
                            "WECOM_CALLBACK_TOKEN",
                            "[0-9A-Za-z]{1,32}",
                            "「接收消息」的 Token，1–32 位字母或数字"),
                    new Setting(
                            "wecom.callback-aes-key",
                            "WECOM_CALLBACK_AES_KEY",
                            "[0-9A-Za-z]{43}",
                            "「接收消息」的 EncodingAESKey，43 位字母或数字"),
                    new Setting(
                            "wecom.base-url",
                            "WECOM_BASE_URL",
                            "https?://\\S+",
                            "以 http:// 或 https:// 开头的地址"),
                    new Setting(
                            "issueloop.public-url",
                            "ISSUELOOP_PUBLIC_URL",
                            "https?://\\S+",
                            "以 http:// 或 https:// 开头的地址"));

    private final Environment environment;

    SettingsCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public List<Finding> look() {
        var wrong = new ArrayList<Finding>();
        for (var setting : NEEDED) {
            var value = environment.getProperty(setting.property(), "").strip();
            if (!value.matches(setting.form())) {
                var how = value.isEmpty() ? " 没有设置" : " 格式不对";
                wrong.add(Finding.broken(setting.variable() + how, "应为" + setting.hint()));
            }
        }
        return wrong.isEmpty() ? List.of(Finding.ok(connection())) : wrong;
    }

    private String connection() {
        var host = URI.create(environment.getRequiredProperty("wecom.base-url")).getAuthority();
        return "企业 %s，应用 %s，接口 %s"
                .formatted(
                        environment.getProperty("wecom.corp-id"),
                        environment.getProperty("wecom.agent-id"),
                        host);
    }
}
