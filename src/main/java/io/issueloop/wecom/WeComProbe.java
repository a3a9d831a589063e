package io.issueloop.wecom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * One call without a valid token. What WeCom answers beside its refusal says what time it is there
 * and which address our calls come from.
 */
@Component
public class WeComProbe {

    private static final String CALL = "/cgi-bin/department/list?access_token=probe";

    private final WeComProperties properties;
    private final Clock clock;

    WeComProbe(WeComProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param ahead how far our clock is ahead of WeCom's, to a second; negative: behind; absent
     *     where the answer has no date
     * @param callerAddress our address as WeCom sees it
     */
    public record Answer(Optional<Duration> ahead, Optional<String> callerAddress) {}

    /** Where the calls go. */
    public URI address() {
        return properties.baseUrl();
    }

    /**
     * Remote, some seconds at most.
     *
     * @throws WeComUnavailable when nobody answers
     */
    public Answer ask() {
        var client = HttpClient.newBuilder().connectTimeout(properties.connectTimeout());
        properties.proxyAddress().ifPresent(proxy -> client.proxy(ProxySelector.of(proxy)));
        var request =
                HttpRequest.newBuilder(URI.create(properties.baseUrl() + CALL))
                        .timeout(properties.readTimeout())
                        .build();
        try {
            var before = clock.instant();
            var answer = client.build().send(request, BodyHandlers.ofString());
            var middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
            return new Answer(
                    date(answer).map(there -> ahead(middle, there)), callerAddress(answer));
        } catch (IOException e) {
            throw new WeComUnavailable("%s 没有回答（%s）".formatted(address(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WeComUnavailable("等待回答时被中断", e);
        }
    }

    /** The header has whole seconds: half a second is its best guess. */
    private static Duration ahead(Instant here, Instant there) {
        return Duration.between(there.plusMillis(500), here);
    }

    private static Optional<Instant> date(HttpResponse<?> answer) {
        try {
            return answer.headers()
                    .firstValue("Date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(ZonedDateTime::toInstant);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<String> callerAddress(HttpResponse<String> answer) {
        try {
            var errmsg = new JsonMapper().readTree(answer.body()).path("errmsg").asText();
            return WeComRejected.addressIn(errmsg);
        } catch (JsonProcessingException notWeCom) {
            return Optional.empty();
        }
    }
}
