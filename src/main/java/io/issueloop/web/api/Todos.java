package io.issueloop.web.api;

import io.issueloop.appraisal.effects.Pulse;
import io.issueloop.appraisal.targets.TargetRound;
import io.issueloop.appraisal.targets.TargetTalk;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.OpenTodos;
import io.issueloop.issue.OpenTodos.OpenTodo;
import io.issueloop.shared.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that waits for a person, in one list: the engine's tasks, and what has none. */
@Component
class Todos {

    /** More of the same that others may take as well become one line. */
    private static final int SINGLE = 2;

    private final OpenTodos open;
    private final Issues issues;
    private final Directory directory;
    private final TargetTalk targets;
    private final Pulse pulse;

    Todos(OpenTodos open, Issues issues, Directory directory, TargetTalk targets, Pulse pulse) {
        this.open = open;
        this.issues = issues;
        this.directory = directory;
        this.targets = targets;
        this.pulse = pulse;
    }

    /**
     * @param what to do, two to six characters
     * @param key number of what it is about; empty where it has none
     * @param offered whether others may take it as well
     * @param count how many of the same this line stands for
     */
    @Schema(description = "一件等我办的事")
    record Todo(
            String kind,
            String what,
            String title,
            String key,
            @Nullable String project,
            @Nullable String urgency,
            String href,
            @Nullable OffsetDateTime dueAt,
            boolean offered,
            @Nullable String onBehalfOfName,
            int count) {}

    /** The first to be due on top; what has no due time comes last. */
    List<Todo> of(UserId me) {
        var todos = new ArrayList<Todo>();
        Map<String, List<OpenTodo>> same =
                open.of(me).stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.offered() ? one.task() : one.toString(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        same.values()
                .forEach(
                        group -> {
                            if (group.size() > SINGLE) {
                                todos.add(many(group));
                            } else {
                                group.stream().map(this::one).forEach(todos::add);
                            }
                        });
        talked(me).ifPresent(todos::add);
        asked(me).ifPresent(todos::add);
        return todos;
    }

    private Todo one(OpenTodo todo) {
        var issue =
                Optional.of(todo.key())
                        .filter(key -> TodoPlaces.isAboutIssue(todo.process()))
                        .filter(IssueNo::isIssueNo)
                        .flatMap(key -> issues.find(IssueNo.of(key)));
        var about = todo.summary().lines().findFirst().orElse(todo.name());
        return new Todo(
                todo.task(),
                todo.name(),
                issue.map(Issue::title).orElse(about),
                issue.isPresent() ? todo.key() : "",
                issue.map(Issue::project).orElse(null),
                issue.map(one -> one.urgency().label()).orElse(null),
                TodoPlaces.of(todo.process(), todo.task(), todo.key()),
                todo.dueAt().or(() -> issue.flatMap(Issue::dueAt)).map(Times::local).orElse(null),
                todo.offered(),
                todo.heldBy().map(directory::name).orElse(null),
                1);
    }

    private Todo many(List<OpenTodo> group) {
        var first = group.get(0);
        return new Todo(
                first.task(),
                "待认领",
                "%d 项任务等人认领".formatted(group.size()),
                "",
                null,
                null,
                TodoPlaces.of(first.process(), first.task(), ""),
                first.dueAt().map(Times::local).orElse(null),
                true,
                null,
                group.size());
    }

    private Optional<Todo> talked(UserId me) {
        return targets.rounds().stream()
                .filter(round -> round.state() == TargetRound.State.PUBLISHED)
                .findFirst()
                .filter(round -> !targets.acknowledged(round).contains(me))
                .map(
                        round ->
                                plain(
                                        "ACKNOWLEDGE_TARGETS",
                                        "确认目标",
                                        round.from().label() + "的目标已公布，请阅读并确认",
                                        "/m/targets"));
    }

    private Optional<Todo> asked(UserId me) {
        return pulse.open()
                .filter(quarter -> !pulse.hasAnswered(quarter, me))
                .map(
                        quarter ->
                                plain(
                                        "ANSWER_PULSE",
                                        "填写脉搏",
                                        quarter.label() + "团队脉搏：三个问题，匿名",
                                        "/m/pulse"));
    }

    private static Todo plain(String kind, String what, String title, String href) {
        return new Todo(kind, what, title, "", null, null, href, null, false, null, 1);
    }
}
