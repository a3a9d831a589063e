package io.issueloop.sandbox.api;

import io.issueloop.sandbox.state.Settings;
import java.util.List;

/** {@code gettoken}, WeCom page 91039. */
final class TokenApi implements Endpoints.Area {

    private final Settings settings;
    private final Tokens tokens;

    TokenApi(Settings settings, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints.open("gettoken", this::token);
    }

    private Reply token(Call call) {
        if (!call.query("corpid", 41002).equals(settings.corpId())) {
            throw new ApiError(40013, "invalid corpid");
        }
        var secret = call.query("corpsecret", 41004);
        if (!List.of(settings.secret(), settings.contactsSecret()).contains(secret)) {
            throw new ApiError(40001, "invalid credential");
        }
        var token = tokens.of(secret);
        return Reply.ok().with("access_token", token.value()).with("expires_in", token.expiresIn());
    }
}
