package io.issueloop.sandbox.group;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.state.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whom a message calls: {@code mentioned_list} and {@code <@userid>} in its text. */
final class Mentions {

    private static final String ALL = "@all";
    private static final Pattern INLINE = Pattern.compile("<@([^<>\\s]{1,64})>");

    private Mentions() {}

    /** Only members of the group are called; {@code @all} stands for everybody. */
    static Set<String> of(JsonNode content, List<String> members) {
        var called = new LinkedHashSet<String>();
        Json.texts(content.path("mentioned_list")).forEach(id -> call(id, members, called));
        INLINE.matcher(content.path("content").asText())
                .results()
                .forEach(m -> call(m.group(1), members, called));
        return called;
    }

    private static void call(String id, List<String> members, Set<String> called) {
        if (id.equals(ALL)) {
            called.add(ALL);
        }
        members.stream().filter(id::equalsIgnoreCase).forEach(called::add);
    }
}
