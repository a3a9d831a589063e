package io.issueloop.wecom;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.directory.Team;
import io.issueloop.shared.UserId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who belongs into a group: the working teams with the head of all, or one team with its lead. */
@Component
class GroupMembers {

    static final int FEWEST = 2;
    private static final int MOST = 2000;

    private final Directory directory;

    GroupMembers(Directory directory) {
        this.directory = directory;
    }

    /** The leader of the root department, else any team's, else anybody. */
    private UserId owner() {
        var all = new ArrayList<>(directory.having(Role.CTO));
        all.addAll(directory.having(Role.LEAD));
        directory.members().forEach(member -> all.add(member.userId()));
        return all.stream().findFirst().orElseThrow(() -> new IllegalStateException("通讯录是空的"));
    }

    /** Everybody, the owner first. */
    List<UserId> everybody() {
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

    /** The nearest lead, who owns the group, then the members of the team. */
    List<UserId> of(Team team) {
        var people = new LinkedHashSet<UserId>();
        directory.chainOfLeads(team.id()).stream().findFirst().ifPresent(people::add);
        directory.members().stream()
                .filter(member -> member.team().equals(team.id()))
                .map(Member::userId)
                .forEach(people::add);
        return people.stream().limit(MOST).toList();
    }
}
