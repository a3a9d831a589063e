package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.notification.Links;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The group of everybody, with the quick entry. */
@Component
@Order(50)
class GroupPart implements SetupPart {

    static final String NAME = "研发问题群";

    private final GroupSetup groups;
    private final GroupMembers members;
    private final Links links;
    private final int agentId;

    GroupPart(GroupSetup groups, GroupMembers members, Links links, WeComProperties properties) {
        this.groups = groups;
        this.members = members;
        this.links = links;
        this.agentId = properties.agentId();
    }

    @Override
    public Capability capability() {
        return Capability.GROUP;
    }

    @Override
    public String label() {
        return "群聊「" + NAME + "」";
    }

    @Override
    public List<String> missing() {
        return groups.missing(wish());
    }

    @Override
    public void ensure(Consumer<String> created) {
        groups.ensure(wish(), created);
    }

    private GroupSetup.Wish wish() {
        return new GroupSetup.Wish(
                NAME, NAME, "issueloop" + agentId, members.everybody(), links.report(), "");
    }
}
