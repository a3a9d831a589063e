package io.issueloop.wecom;

import io.issueloop.notification.GroupChat;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.WeComResources.Kind;
import io.issueloop.wecom.WeComResources.Resource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The team's own group where it has one, else the one set-up made for all; the robot a person put
 * into a group comes first (pages 90248 and 99110).
 */
@Component
class WeComGroupChat implements GroupChat {

    private static final int MOST_BYTES = 2048;

    private final AppChatApi groups;
    private final WebhookApi robots;
    private final WeComResources resources;
    private final WeComProperties properties;

    WeComGroupChat(
            AppChatApi groups,
            WebhookApi robots,
            WeComResources resources,
            WeComProperties properties) {
        this.groups = groups;
        this.robots = robots;
        this.resources = resources;
        this.properties = properties;
    }

    @Override
    public boolean isThere(TeamId team) {
        return properties.groupWebhook().isPresent() || groupOf(team).isPresent();
    }

    @Override
    public void say(TeamId team, String text, List<UserId> mentioned) {
        var content = WireText.cutBytes(WireText.withoutTags(text), MOST_BYTES);
        var userids = mentioned.stream().map(UserId::value).toList();
        var robot = properties.groupWebhook();
        if (robot.isPresent()) {
            robots.send(robot.get(), WebhookApi.Outgoing.text(content, userids));
        } else {
            var group = groupOf(team).orElseThrow(() -> new WeComResources.NotSetUp("群聊"));
            groups.send(AppChatApi.Outgoing.text(group, content, userids));
        }
    }

    private Optional<String> groupOf(TeamId team) {
        return resources
                .find(Kind.GROUP, team.toString())
                .or(() -> resources.find(Kind.GROUP, GroupPart.NAME))
                .map(Resource::id);
    }
}
