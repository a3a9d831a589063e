package io.issueloop.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;

/** Adds the access token to every call. */
final class AccessTokenInterceptor implements RequestInterceptor {

    private static final String PARAMETER = "access_token";

    private static final List<String> SECRETS = List.of(PARAMETER, "key", "corpsecret");

    private final AccessTokens tokens;

    AccessTokenInterceptor(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void apply(RequestTemplate template) {
        template.query(PARAMETER, new String[0]); // the dead one of the first try
        // a token may hold any sign; Feign encodes no value that an interceptor adds
        template.query(PARAMETER, URLEncoder.encode(tokens.current(), UTF_8));
    }

    /** The token a request was sent with; empty text when it had none. */
    static String tokenIn(RequestTemplate template) {
        return values(template, PARAMETER)
                .findFirst()
                .map(value -> URLDecoder.decode(value, UTF_8))
                .orElse("");
    }

    /** What nobody may read of a request's address, as it stands there and in plain. */
    static List<String> secretsIn(RequestTemplate template) {
        return SECRETS.stream()
                .flatMap(name -> values(template, name))
                .filter(value -> !value.isEmpty())
                .flatMap(value -> Stream.of(value, URLDecoder.decode(value, UTF_8)))
                .distinct()
                .toList();
    }

    private static Stream<String> values(RequestTemplate template, String parameter) {
        return template.queries().getOrDefault(parameter, List.of()).stream();
    }
}
