package io.issueloop.sandbox.group;

import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Media;
import io.issueloop.sandbox.message.Content;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class GroupBeans {

    @Bean
    Robots robots(Store store, SandboxClock clock) {
        return new Robots(store, clock);
    }

    @Bean
    Groups groups(Store store, Ids ids, SandboxClock clock, Contacts contacts, Robots robots) {
        return new Groups(store, ids, clock, contacts, robots);
    }

    @Bean
    GroupMessages groupMessages(Store store, Ids ids, SandboxClock clock) {
        return new GroupMessages(store, ids, clock);
    }

    @Bean
    Endpoints.Area appChatApi(
            Groups groups,
            GroupMessages messages,
            Content contents,
            Contacts contacts,
            Settings settings) {
        return new AppChatApi(groups, messages, contents, new ChatRules(contacts), settings);
    }

    @Bean
    Endpoints.Area webhookApi(Robots robots, Groups groups, GroupMessages messages, Media media) {
        return new WebhookApi(robots, groups, messages, media);
    }
}
