package io.issueloop.wecom;

import feign.RequestInterceptor;
import feign.RequestTemplate;

/** Adds the access token to every call, and keeps away from interfaces that are paused. */
final class AccessTokenInterceptor implements RequestInterceptor {

    private static final String PARAMETER = "access_token";

    private final AccessTokens tokens;
    private final Pauses pauses;

    AccessTokenInterceptor(AccessTokens tokens, Pauses pauses) {
        this.tokens = tokens;
        this.pauses = pauses;
    }

    @Override
    public void apply(RequestTemplate template) {
        pauses.check(Api.of(template));
        template.query(PARAMETER, new String[0]); // the dead one of the first try
        template.query(PARAMETER, tokens.current());
    }

    /** The token a request was sent with; empty text when it had none. */
    static String tokenIn(RequestTemplate template) {
        var values = template.queries().getOrDefault(PARAMETER, java.util.List.of());
        return values.isEmpty() ? "" : values.iterator().next();
    }
}
