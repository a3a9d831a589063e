package io.issueloop.sandbox.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Media;
import io.issueloop.sandbox.api.Reply;
import java.util.List;

/** A robot's address: {@code webhook/send} and {@code webhook/upload_media}, page 99110. */
final class WebhookApi implements Endpoints.Area {

    private final Robots robots;
    private final Groups groups;
    private final GroupMessages messages;
    private final Media media;

    WebhookApi(Robots robots, Groups groups, GroupMessages messages, Media media) {
        this.robots = robots;
        this.groups = groups;
        this.messages = messages;
        this.media = media;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .openPost("webhook/send", this::send)
                .openPost("webhook/upload_media", this::upload);
    }

    private Reply send(Call call) {
        var robot = robots.require(call.query("key", 93000));
        var group = group(robot);
        var key = robot.path("key").asText();
        robots.count(key);
        var content = new RobotContent(media, key).of(call.body());
        var speaker = new GroupMessages.Speaker("robot", robot.path("name").asText());
        messages.add(group, speaker, call.body().text("msgtype"), content);
        return Reply.ok();
    }

    private ObjectNode group(ObjectNode robot) {
        return groups.find(robot.path("chatid").asText())
                .filter(group -> !group.path("dissolved").asBoolean())
                .orElseThrow(() -> new ApiError(93008, "robot is not in the group"));
    }

    private Reply upload(Call call) {
        var robot = robots.require(call.query("key", 93000));
        var type = call.query("type", 40005);
        if (!List.of("file", "voice").contains(type)) {
            throw new ApiError(40005, "invalid type");
        }
        return media.upload(call.file(), type, robot.path("key").asText());
    }
}
