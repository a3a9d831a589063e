package io.issueloop.wecom;

import java.net.URI;
import java.time.Duration;

/** Settings of a corp that exists in tests only. */
final class TestSettings {

    static final String SECRET = "planted-secret-0f3a9c";

    private TestSettings() {}

    static WeComProperties of(String baseUrl) {
        return of(baseUrl, OfficialVector.CORP_ID, SECRET, 1000002);
    }

    static WeComProperties withRobot(String key) {
        var plain = of("http://localhost");
        return new WeComProperties(
                plain.baseUrl(),
                plain.corpId(),
                plain.agentId(),
                plain.secret(),
                plain.callbackToken(),
                plain.callbackAesKey(),
                plain.oauthUrl(),
                plain.ssoUrl(),
                null,
                plain.connectTimeout(),
                plain.readTimeout(),
                plain.reconcileInterval(),
                plain.inboxParallelism(),
                key,
                plain.jsSdkUrl());
    }

    static WeComProperties of(String baseUrl, String corpId, String secret, int agentId) {
        var token = OfficialVector.TOKEN;
        return of(baseUrl, corpId, secret, agentId, token, OfficialVector.AES_KEY);
    }

    /** Whose callbacks are signed and encrypted like this. */
    static WeComProperties callback(String corpId, String token, String aesKey) {
        return of("http://localhost", corpId, SECRET, 1000002, token, aesKey);
    }

    private static WeComProperties of(
            String baseUrl,
            String corpId,
            String secret,
            int agentId,
            String token,
            String aesKey) {
        return new WeComProperties(
                URI.create(baseUrl),
                corpId,
                agentId,
                secret,
                token,
                aesKey,
                URI.create("https://open.weixin.qq.com/connect/oauth2/authorize"),
                URI.create("https://login.work.weixin.qq.com/wwlogin/sso/login"),
                null,
                Duration.ofSeconds(2),
                Duration.ofMillis(700),
                Duration.ofSeconds(60),
                4,
                null,
                URI.create(WeComProperties.OUR_JS_SDK));
    }
}
