package io.issueloop.wecom;

import io.issueloop.directory.DirectorySource;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.ContactsApi.User;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Reads the contacts department by department: WeCom's list does not recurse (page 90201). */
@Component
class WeComDirectorySource implements DirectorySource {

    /** 1 active, 4 not yet joined; 2 disabled and 5 left are nobody to work with (page 90196). */
    private static final Set<Integer> PRESENT = Set.of(0, 1, 4);

    private final ContactsApi api;

    WeComDirectorySource(ContactsApi api) {
        this.api = api;
    }

    @Override
    public Snapshot read() {
        var departments = api.departments().department();
        var users = new LinkedHashMap<String, User>();
        var inDepartment = new HashMap<Long, Set<UserId>>();
        for (var department : departments) {
            for (var user : api.users(department.id()).userlist()) {
                if (PRESENT.contains(user.status())) {
                    users.put(user.userid(), user);
                    inDepartment
                            .computeIfAbsent(department.id(), id -> new HashSet<>())
                            .add(UserId.of(user.userid()));
                }
            }
        }
        return new Snapshot(
                departments.stream().map(WeComDirectorySource::department).toList(),
                users.values().stream().map(WeComDirectorySource::person).toList(),
                tags(inDepartment));
    }

    /** A tag may hold whole departments beside members. */
    private Map<String, Set<UserId>> tags(Map<Long, Set<UserId>> inDepartment) {
        var tags = new LinkedHashMap<String, Set<UserId>>();
        for (var tag : api.tags().taglist()) {
            var tagged = api.tagged(tag.tagid());
            var people = new HashSet<UserId>();
            tagged.userlist().forEach(user -> people.add(UserId.of(user.userid())));
            tagged.partylist()
                    .forEach(id -> people.addAll(inDepartment.getOrDefault(id, Set.of())));
            tags.put(tag.tagname(), people);
        }
        return tags;
    }

    private static Department department(ContactsApi.Department department) {
        return new Department(
                TeamId.of(department.id()),
                department.name(),
                department.parentid() == 0
                        ? Optional.empty()
                        : Optional.of(TeamId.of(department.parentid())),
                department.department_leader().stream().map(UserId::of).toList());
    }

    private static Person person(User user) {
        List<TeamId> departments = user.department().stream().map(TeamId::of).toList();
        var flags = user.is_leader_in_dept();
        var leads =
                IntStream.range(0, Math.min(flags.size(), departments.size()))
                        .filter(i -> flags.get(i) == 1)
                        .mapToObj(departments::get)
                        .collect(Collectors.toSet());
        long main =
                user.main_department() == 0 && !departments.isEmpty()
                        ? departments.get(0).value()
                        : user.main_department();
        return new Person(
                UserId.of(user.userid()), user.name(), TeamId.of(main), departments, leads);
    }
}
