package io.issueloop.wecom;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.ExceptionPropagationPolicy;
import feign.Feign;
import feign.Logger;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The clients of WeCom's areas. Feign logs nothing: its lines would hold token and content. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WeComProperties.class)
@Import(WeComAreas.class)
class WeComConfiguration {

    /** Apart from the application's own mapper: absent means absent, unknown fields are ignored. */
    static ObjectMapper wire() {
        var emptyForNull = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        var json =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .defaultPropertyInclusion(
                                JsonInclude.Value.construct(
                                        JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                        .build();
        json.configOverride(List.class).setSetterInfo(emptyForNull);
        json.configOverride(String.class).setSetterInfo(emptyForNull);
        return json;
    }

    private static Feign.Builder client(
            WeComProperties properties, Pauses pauses, CallCounts counts, Consumer<String> died) {
        var check = new WeComErrorCheck(wire(), pauses, died);
        var http = new WeComHttp(properties);
        return Feign.builder()
                .client(
                        (request, options) ->
                                pauses.within(
                                        Api.of(request), () -> http.execute(request, options)))
                .encoder(new WeComEncoder(wire()))
                .decoder(check)
                .errorDecoder(check)
                .retryer(new WeComRetryer())
                .requestInterceptor(new ApiLimits(pauses, counts))
                .exceptionPropagationPolicy(ExceptionPropagationPolicy.UNWRAP)
                .logLevel(Logger.Level.NONE);
    }

    @Bean
    TokenApi tokenApi(WeComProperties properties, Pauses pauses, CallCounts counts) {
        return client(properties, pauses, counts, token -> {})
                .target(TokenApi.class, properties.baseUrl().toString());
    }

    /** Builds the clients of the areas. */
    @Bean
    WeComClients weComClients(
            WeComProperties properties, Pauses pauses, CallCounts counts, AccessTokens tokens) {
        var withToken =
                client(properties, pauses, counts, tokens::died)
                        .requestInterceptor(new AccessTokenInterceptor(tokens));
        var withKey = client(properties, pauses, counts, token -> {});
        var address = properties.baseUrl().toString();
        return new WeComClients() {
            @Override
            public <T> T of(Class<T> area) {
                return withToken.target(area, address);
            }

            @Override
            public <T> T withKey(Class<T> area) {
                return withKey.target(area, address);
            }
        };
    }

    /** Makes the client of an area. */
    interface WeComClients {

        /** Of an area that needs the application's token. */
        <T> T of(Class<T> area);

        /** Of an area whose methods take a key. */
        <T> T withKey(Class<T> area);
    }
}
