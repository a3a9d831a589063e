package io.issueloop.sandbox.api;

import io.issueloop.sandbox.SandboxProperties;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import java.util.List;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Wiring of this package. */
public final class ApiBeans {

    @Bean
    Journal journal() {
        return new Journal();
    }

    @Bean
    Faults faults() {
        return new Faults();
    }

    @Bean
    Tokens tokens(Store store, Ids ids, SandboxClock clock) {
        return new Tokens(store, ids, clock);
    }

    @Bean
    Endpoints endpoints(List<Endpoints.Area> areas) {
        return new Endpoints(areas);
    }

    @Bean
    @Order(1)
    RouterFunction<ServerResponse> apiRoutes(
            Endpoints endpoints,
            Tokens tokens,
            SandboxProperties properties,
            ApiDoor.Observers observers,
            ApiDoor.State state) {
        var limits = new RateLimits(state.clock(), properties.limits());
        return new ApiDoor(endpoints, tokens, limits, observers, state).routes();
    }

    @Bean
    ApiDoor.Observers observers(Faults faults, Journal journal) {
        return new ApiDoor.Observers(faults, journal);
    }

    @Bean
    ApiDoor.State apiState(Store store, SandboxClock clock, Ids ids, Settings settings) {
        return new ApiDoor.State(store, clock, ids, settings);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionReset() {
        return factory -> factory.addEngineValves(new ConnectionReset());
    }

    @Bean
    Endpoints.Area tokenApi(Settings settings, Tokens tokens) {
        return new TokenApi(settings, tokens);
    }

    @Bean
    Endpoints.Area contactsApi(Contacts contacts) {
        return new ContactsApi(contacts);
    }

    @Bean
    Endpoints.Area tagApi(Contacts contacts) {
        return new TagApi(contacts);
    }

    @Bean
    Codes codes(Store store, Ids ids, SandboxClock clock) {
        return new Codes(store, ids, clock);
    }

    @Bean
    Tickets tickets(Store store, Ids ids, SandboxClock clock) {
        return new Tickets(store, ids, clock);
    }

    @Bean
    Endpoints.Area loginApi(
            Codes codes,
            Tickets tickets,
            SandboxClock clock,
            Store store,
            Ids ids,
            Contacts contacts) {
        return new LoginApi(codes, tickets, new MemberTickets(store, contacts, ids, clock));
    }

    @Bean
    Endpoints.Area menuApi(Store store, Settings settings) {
        return new MenuApi(store, settings);
    }

    @Bean
    Endpoints.Area workbenchApi(
            Store store, Settings settings, Contacts contacts, SandboxClock clock) {
        return new WorkbenchApi(store, settings, contacts, clock);
    }

    @Bean
    Media media(Store store, Ids ids, SandboxClock clock) {
        return new Media(store, ids, clock);
    }

    @Bean
    Endpoints.Area mediaApi(Media media) {
        return new MediaApi(media);
    }
}
