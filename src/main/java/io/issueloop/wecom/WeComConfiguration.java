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
import feign.jackson.JacksonEncoder;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clients of WeCom's areas. Feign logs nothing: its lines would hold token and content. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WeComProperties.class)
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
            WeComProperties properties, Pauses pauses, Consumer<String> died) {
        var check = new WeComErrorCheck(wire(), pauses, died);
        return Feign.builder()
                .client(new WeComHttp(properties))
                .encoder(new JacksonEncoder(wire()))
                .decoder(check)
                .errorDecoder(check)
                .retryer(new WeComRetryer())
                .exceptionPropagationPolicy(ExceptionPropagationPolicy.UNWRAP)
                .logLevel(Logger.Level.NONE);
    }

    @Bean
    TokenApi tokenApi(WeComProperties properties, Pauses pauses) {
        return client(properties, pauses, token -> {})
                .target(TokenApi.class, properties.baseUrl().toString());
    }

    /** Builds the clients that need a token. */
    @Bean
    WeComClients weComClients(WeComProperties properties, Pauses pauses, AccessTokens tokens) {
        var builder =
                client(properties, pauses, tokens::died)
                        .requestInterceptor(new AccessTokenInterceptor(tokens, pauses));
        var address = properties.baseUrl().toString();
        return new WeComClients() {
            @Override
            public <T> T of(Class<T> area) {
                return builder.target(area, address);
            }
        };
    }

    @Bean
    AuthApi authApi(WeComClients clients) {
        return clients.of(AuthApi.class);
    }

    @Bean
    CalendarApi calendarApi(WeComClients clients) {
        return clients.of(CalendarApi.class);
    }

    @Bean
    ContactsApi contactsApi(WeComClients clients) {
        return clients.of(ContactsApi.class);
    }

    @Bean
    DocumentApi documentApi(WeComClients clients) {
        return clients.of(DocumentApi.class);
    }

    @Bean
    MessageApi messageApi(WeComClients clients) {
        return clients.of(MessageApi.class);
    }

    @Bean
    RecordApi recordApi(WeComClients clients) {
        return clients.of(RecordApi.class);
    }

    @Bean
    SmartSheetApi smartSheetApi(WeComClients clients) {
        return clients.of(SmartSheetApi.class);
    }

    /** Makes the client of an area. */
    interface WeComClients {
        <T> T of(Class<T> area);
    }
}
