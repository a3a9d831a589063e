package io.issueloop.wecom;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.directory.Team;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.AppChatApi.Chat;
import io.issueloop.wecom.WeComResources.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who belongs into the group: the working teams, and the head of all as its owner. */
@Component
class GroupMembers {

    private static final int FEWEST = 2;
    private static final int MOST = 2000;

    private final Directory directory;
    private final WeComResources resources;

    GroupMembers(Directory directory, WeComResources resources) {
        this.directory = directory;
        this.resources = resources;
    }

    /** The leader of the root department, else any team's, else anybody. */
    UserId owner() {
        var all = new ArrayList<>(directory.having(Role.CTO));
        all.addAll(directory.having(Role.LEAD));
        directory.members().forEach(member -> all.add(member.userId()));
        return all.stream().findFirst().orElseThrow(() -> new IllegalStateException("通讯录是空的"));
    }

    /** Everybody, the owner first. */
    List<UserId> first() {
        var teams = directory.workingTeams().stream().map(Team::id).toList();
        var everybody = new LinkedHashSet<UserId>();
        everybody.add(owner());
        directory.members().stream()
                .filter(member -> teams.contains(member.team()))
                .map(Member::userId)
                .forEach(everybody::add);
        if (everybody.size() < FEWEST) {
            throw new IllegalStateException("群聊至少要有两名成员，可见范围内只有一人");
        }
        return everybody.stream().limit(MOST).toList();
    }

    /** Those who are not in it and never were. */
    List<UserId> notYetIn(Chat chat) {
        var known = resources.keys(Kind.GROUP_MEMBER, chat.chatid());
        return first().stream()
                .filter(user -> !known.contains(user.value()))
                .filter(user -> !chat.userlist().contains(user.value()))
                .toList();
    }

    void added(String chatid, List<UserId> users) {
        users.forEach(user -> resources.created(Kind.GROUP_MEMBER, user.value(), chatid, ""));
    }
}
