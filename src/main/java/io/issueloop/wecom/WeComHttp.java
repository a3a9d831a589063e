package io.issueloop.wecom;

import feign.Client;
import feign.Request;
import feign.Response;
import feign.RetryableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries Feign's requests. Unlike Feign's own clients it bounds the whole answer in time, body
 * included, never repeats a POST by itself, and its exceptions do not show the address, because the
 * address holds the access token.
 */
final class WeComHttp implements Client {

    private static final Set<String> SET_BY_THE_CLIENT = Set.of("content-length", "host");

    private final HttpClient http;
    private final WeComProperties properties;

    WeComHttp(WeComProperties properties) {
        this.properties = properties;
        var builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(properties.connectTimeout());
        properties.proxyAddress().ifPresent(proxy -> builder.proxy(ProxySelector.of(proxy)));
        this.http = builder.build();
    }

    @Override
    public Response execute(Request request, Request.Options options) {
        var answer = http.sendAsync(translate(request), HttpResponse.BodyHandlers.ofByteArray());
        var deadline = properties.connectTimeout().plus(properties.readTimeout());
        try {
            return translate(request, answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failed(request, new IOException("no answer within " + deadline));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ConnectException
                            || e.getCause() instanceof HttpConnectTimeoutException
                    ? notReached(request, e.getCause())
                    : failed(request, new IOException(String.valueOf(e.getCause())));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failed(request, new IOException("interrupted"));
        }
    }

    private HttpRequest translate(Request request) {
        var body =
                request.body() == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(request.body());
        var builder =
                HttpRequest.newBuilder(URI.create(request.url()))
                        .timeout(properties.readTimeout())
                        .method(request.httpMethod().name(), body);
        for (Map.Entry<String, Collection<String>> header : request.headers().entrySet()) {
            if (!SET_BY_THE_CLIENT.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                header.getValue().forEach(value -> builder.header(header.getKey(), value));
            }
        }
        return builder.build();
    }

    private static Response translate(Request request, HttpResponse<byte[]> answer) {
        return Response.builder()
                .request(request)
                .status(answer.statusCode())
                .headers(headers(answer))
                .body(answer.body())
                .build();
    }

    /** Only whether it is JSON is asked for. */
    private static Map<String, Collection<String>> headers(HttpResponse<byte[]> answer) {
        return Map.of("content-type", answer.headers().allValues("content-type"));
    }

    private static RetryableException notReached(Request request, Throwable problem) {
        var cause = new WeComUnavailable.NotReached(Api.of(request), problem.toString());
        return Api.failure(request, cause);
    }

    private static RetryableException failed(Request request, IOException problem) {
        var api = Api.of(request);
        var cause = new WeComUnavailable("企业微信没有回答：%s（%s）".formatted(api, problem), null);
        return Api.failure(request, cause);
    }
}
