package io.issueloop.wecom;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach WeCom and as whom. Printing it shows no secret.
 *
 * @param callbackToken letters and digits, at most 32 (page 90968)
 * @param callbackAesKey EncodingAESKey, 43 letters and digits (page 90968)
 * @param proxy {@code host:port} of an HTTP proxy; absent or empty for none
 * @param readTimeout for the whole answer, body included
 * @param inboxParallelism how many rows of one batch are worked on at the same time
 * @param groupWebhookKey key of a group robot a person created; absent where there is none
 * @param jsSdkUrl where pages load the JS-SDK from; default: the copy we bring
 */
@ConfigurationProperties("wecom")
@Validated
record WeComProperties(
        @DefaultValue("https://qyapi.weixin.qq.com") @NotNull URI baseUrl,
        @NotBlank String corpId,
        @Positive int agentId,
        @NotBlank String secret,
        @NotBlank String callbackToken,
        @NotBlank String callbackAesKey,
        @DefaultValue("https://open.weixin.qq.com/connect/oauth2/authorize") @NotNull URI oauthUrl,
        @DefaultValue("https://login.work.weixin.qq.com/wwlogin/sso/login") @NotNull URI ssoUrl,
        @Nullable String proxy,
        @DefaultValue("5s") @NotNull Duration connectTimeout,
        @DefaultValue("10s") @NotNull Duration readTimeout,
        @DefaultValue("60s") @NotNull Duration reconcileInterval,
        @DefaultValue("4") @Positive int inboxParallelism,
        @Nullable String groupWebhookKey,
        @DefaultValue(WeComProperties.OUR_JS_SDK) @NotNull URI jsSdkUrl) {

    /** The copy of the JS-SDK in our own jar. */
    static final String OUR_JS_SDK = "/assets/wecom-jssdk/wecom-jssdk-2.4.4.js";

    /** The messages name the setting, never its value: they are printed when the start fails. */
    WeComProperties {
        require(callbackToken, "[0-9A-Za-z]{1,32}", "wecom.callback-token 应为 1–32 位字母或数字");
        require(callbackAesKey, "[0-9A-Za-z]{43}", "wecom.callback-aes-key 应为 43 位字母或数字");
    }

    /** The HTTP proxy, where there is one. */
    Optional<InetSocketAddress> proxyAddress() {
        if (proxy == null || proxy.isBlank()) {
            return Optional.empty();
        }
        var address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
        return Optional.of(new InetSocketAddress(address.getHost(), address.getPort()));
    }

    /** The group robot's key, where a person entered one. */
    Optional<String> groupWebhook() {
        return Optional.ofNullable(groupWebhookKey).filter(key -> !key.isBlank());
    }

    private static void require(@Nullable String value, String format, String otherwise) {
        if (value != null && !value.isBlank() && !value.matches(format)) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public String toString() {
        return "WeComProperties[baseUrl=%s, corpId=%s, agentId=%d]"
                .formatted(baseUrl, corpId, agentId);
    }
}
