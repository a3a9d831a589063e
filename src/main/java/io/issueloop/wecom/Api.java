package io.issueloop.wecom;

import feign.Request;
import feign.RequestTemplate;
import feign.RetryableException;

/** The name of a called interface, and how its failures travel through Feign. */
final class Api {

    private Api() {}

    /** The path WeCom documents, without host and query: {@code /cgi-bin/message/send}. */
    static String of(Request request) {
        return of(request.requestTemplate());
    }

    static String of(RequestTemplate template) {
        var method = template.methodMetadata().template();
        return method.path();
    }

    /**
     * Wrapped so that Feign asks {@link WeComRetryer} and then, unwrapping, throws the cause
     * itself.
     */
    static RetryableException failure(Request request, RuntimeException cause) {
        return new RetryableException(
                -1, cause.getMessage(), request.httpMethod(), cause, (Long) null, request);
    }
}
