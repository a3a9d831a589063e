package io.issueloop.issue.imports;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Members by userid or unique name, as of one moment: a file asks for them thousands of times. */
final class PeopleNamed {

    private final Map<String, List<Member>> byWord;
    private final Map<UserId, Member> byId = new HashMap<>();

    PeopleNamed(Directory directory) {
        var members = directory.members();
        members.forEach(member -> byId.put(member.userId(), member));
        byWord =
                members.stream()
                        .flatMap(
                                member ->
                                        Stream.of(member.userId().value(), member.name())
                                                .map(PeopleNamed::folded)
                                                .distinct()
                                                .map(word -> Map.entry(word, member)))
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
    }

    /**
     * @throws Refused when nobody or several are meant
     */
    UserId called(String userIdOrName) {
        var found = byWord.getOrDefault(folded(userIdOrName), List.of());
        if (found.isEmpty()) {
            throw new Refused("找不到成员“%s”".formatted(userIdOrName));
        }
        if (found.size() > 1) {
            throw new Refused("有 %d 位成员叫“%s”，请改填账号".formatted(found.size(), userIdOrName));
        }
        return found.get(0).userId();
    }

    /**
     * @throws IllegalArgumentException when nobody has this userid
     */
    Member member(UserId user) {
        var member = byId.get(user);
        if (member == null) {
            throw new IllegalArgumentException("no such member: " + user);
        }
        return member;
    }

    private static String folded(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
