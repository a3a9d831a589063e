package io.issueloop.wecom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Response;
import feign.codec.Decoder;
import feign.codec.ErrorDecoder;
import io.issueloop.shared.Excerpt;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The one place where an answer becomes a value or an exception. HTTP 200 means nothing: only a
 * JSON object without {@code errcode}, or with 0, is a success (page 90664).
 */
final class WeComErrorCheck implements Decoder, ErrorDecoder {

    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final Duration BREATH = Duration.ofSeconds(5);

    private final ObjectMapper json;
    private final Consumer<String> died;
    private final Pauses pauses;

    /**
     * @param died is told a token that WeCom refused
     */
    WeComErrorCheck(ObjectMapper json, Pauses pauses, Consumer<String> died) {
        this.json = json;
        this.died = died;
        this.pauses = pauses;
    }

    @Override
    public Object decode(Response response, Type type) {
        var api = Api.of(response.request());
        try {
            var body = response.body().asInputStream().readAllBytes();
            if (type == byte[].class && !isJson(response)) {
                return body;
            }
            var reply = json.readTree(body);
            if (reply == null || !reply.isObject()) {
                throw new WeComUnavailable("企业微信的回答不是 JSON：" + api, null);
            }
            int errcode = reply.path("errcode").asInt(0);
            if (errcode != 0) {
                throw problem(errcode, api, response, reply);
            }
            return json.treeToValue(reply, json.constructType(type));
        } catch (JsonProcessingException e) {
            // the parser's message quotes the answer, which may hold a token
            throw Api.failure(response.request(), new WeComUnavailable("企业微信的回答无法理解：" + api, null));
        } catch (IOException e) {
            throw Api.failure(response.request(), new WeComUnavailable("企业微信的回答读取中断：" + api, null));
        } catch (RuntimeException e) {
            throw Api.failure(response.request(), e);
        }
    }

    /** A file comes as it is, a refusal as JSON (page 90254). */
    private static boolean isJson(Response response) {
        return response.headers().getOrDefault("content-type", List.of()).stream()
                .anyMatch(kind -> kind.contains("json") || kind.startsWith("text/plain"));
    }

    @Override
    public Exception decode(String methodKey, Response response) {
        var api = Api.of(response.request());
        int status = response.status();
        var problem =
                status == 429
                        ? busy(api, "企业微信要求放慢（HTTP 429）：" + api)
                        : status >= 400 && status < 500 && status != 408
                                ? new WeComRejected(status, api, "HTTP " + status)
                                : new WeComUnavailable(
                                        "企业微信回答 HTTP %d：%s".formatted(status, api), null);
        return Api.failure(response.request(), problem);
    }

    private RuntimeException problem(int errcode, String api, Response response, JsonNode reply) {
        switch (errcode) {
            case ErrorCodes.SYSTEM_BUSY:
                return new WeComUnavailable.SystemBusy(api);
            case ErrorCodes.INVALID_TOKEN, ErrorCodes.TOKEN_EXPIRED:
                died.accept(AccessTokenInterceptor.tokenIn(response.request().requestTemplate()));
                return new WeComUnavailable.AccessTokenExpired(api);
            case ErrorCodes.FREQUENCY_EXCEEDED:
                return busy(api, "企业微信的调用频率已到上限（45009）：" + api);
            case ErrorCodes.TOO_MANY_CONCURRENT:
                pauses.narrow(api);
                return new WeComBusy("企业微信同时处理的请求过多（45033）：" + api, BREATH);
            case ErrorCodes.CONFLICTING_OPERATION, ErrorCodes.VERSION_CONFLICT:
                return new WeComBusy("企业微信同时处理的请求过多（%d）：%s".formatted(errcode, api), BREATH);
            default:
                return new WeComRejected(errcode, api, withoutToken(reply, response));
        }
    }

    private WeComBusy busy(String api, String reason) {
        pauses.pause(api, PAUSE);
        return new WeComBusy(reason, PAUSE);
    }

    /** WeCom's sentence for humans, one line of it. */
    private static String withoutToken(JsonNode reply, Response response) {
        var safe = reply.path("errmsg").asText("").replaceAll("\\p{Cntrl}", " ");
        for (var secret : AccessTokenInterceptor.secretsIn(response.request().requestTemplate())) {
            safe = safe.replace(secret, "…");
        }
        return Excerpt.of(safe, 300);
    }
}
