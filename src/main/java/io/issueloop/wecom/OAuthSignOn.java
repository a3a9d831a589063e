package io.issueloop.wecom;

import io.issueloop.shared.UserId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sign-on by OAuth (pages 91022 inside WeCom, 98152 in other browsers, 91023). */
@Component
class OAuthSignOn implements WeComSignOn {

    private static final Set<Integer> NOT_A_MEMBERS_CODE =
            Set.of(ErrorCodes.INVALID_CODE, ErrorCodes.CODE_USED);

    private final WeComProperties properties;
    private final AuthApi auth;

    OAuthSignOn(WeComProperties properties, AuthApi auth) {
        this.properties = properties;
        this.auth = auth;
    }

    @Override
    public URI authorizeUrl(URI redirect, String state, boolean insideWeCom) {
        var common =
                "appid=%s&redirect_uri=%s&state=%s&agentid=%d"
                        .formatted(
                                encode(properties.corpId()),
                                encode(redirect.toString()),
                                encode(state),
                                properties.agentId());
        return insideWeCom
                ? URI.create(
                        properties.oauthUrl()
                                + "?"
                                + common
                                + "&response_type=code&scope=snsapi_base#wechat_redirect")
                : URI.create(properties.ssoUrl() + "?login_type=CorpApp&" + common + "&lang=zh");
    }

    @Override
    public Optional<UserId> memberOf(String code) {
        try {
            var userid = auth.getuserinfo(code).userid();
            return userid.isEmpty() ? Optional.empty() : Optional.of(UserId.of(userid));
        } catch (WeComRejected rejected) {
            if (NOT_A_MEMBERS_CODE.contains(rejected.errcode())) {
                return Optional.empty();
            }
            throw rejected;
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
