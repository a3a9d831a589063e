package io.issueloop.web;

import io.issueloop.shared.UserId;
import io.issueloop.wecom.WeComSignOn;
import java.net.URI;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/** Consents at once: the code {@code code-of-lina} stands for the member {@code lina}. */
class TestSignOn implements WeComSignOn {

    static final String CODE_OF = "code-of-";

    @Override
    public URI authorizeUrl(URI redirect, String state, boolean insideWeCom) {
        return UriComponentsBuilder.fromUriString(
                        insideWeCom ? "http://oauth.test/authorize" : "http://sso.test/login")
                .queryParam("redirect_uri", redirect)
                .queryParam("state", state)
                .build()
                .toUri();
    }

    @Override
    public Optional<UserId> memberOf(String code) {
        return code.startsWith(CODE_OF)
                ? Optional.of(UserId.of(code.substring(CODE_OF.length())))
                : Optional.empty();
    }
}
