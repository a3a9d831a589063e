package io.issueloop.sandbox.api;

import io.issueloop.sandbox.SandboxProperties;

/** {@code gettoken}, WeCom page 91039. */
final class TokenApi implements Endpoints.Area {

    private final SandboxProperties properties;
    private final Tokens tokens;

    TokenApi(SandboxProperties properties, Tokens tokens) {
        this.properties = properties;
        this.tokens = tokens;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints.open("gettoken", this::token);
    }

    private Reply token(Call call) {
        if (!call.query("corpid", 41002).equals(properties.corpId())) {
            throw new ApiError(40013, "invalid corpid");
        }
        if (!call.query("corpsecret", 41004).equals(properties.secret())) {
            throw new ApiError(40001, "invalid credential");
        }
        var token = tokens.current();
        return Reply.ok().with("access_token", token.value()).with("expires_in", token.expiresIn());
    }
}
