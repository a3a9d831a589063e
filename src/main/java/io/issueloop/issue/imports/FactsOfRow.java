package io.issueloop.issue.imports;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.issue.Classification;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.KeywordText;
import io.issueloop.issue.imports.NewFacts.Category;
import io.issueloop.issue.imports.NewFacts.Promise;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns one row into facts as if it had happened here; not reused for another row. */
final class FactsOfRow {

    private final ImportRow row;
    private final Surroundings around;
    private final List<IssueEvent> events = new ArrayList<>();

    FactsOfRow(ImportRow row, Surroundings around) {
        this.row = row;
        this.around = around;
    }

    /**
     * What a row does not say itself.
     *
     * @param team the handler's
     * @param linkedTo the issue of the key it refers to
     */
    record Surroundings(
            IssueNo issueNo,
            UserId importer,
            List<String> baseline,
            Optional<TeamId> team,
            Optional<IssueNo> linkedTo,
            RulesOfRun rules,
            WorkingCalendar calendar) {}

    NewFacts facts() {
        reported();
        var category = category();
        var promise = around.team().map(this::promise);
        row.times()
                .accepted()
                .ifPresent(at -> add(IssueEventType.ACCEPTED, handler(), at, Map.of()));
        row.times().resolved().ifPresent(this::resolved);
        linked();
        closed();
        events.sort(Comparator.comparing(IssueEvent::occurredAt)); // stable: in this order at once
        return new NewFacts(
                around.issueNo(), row, category, promise, around.linkedTo(), List.copyOf(events));
    }

    private void reported() {
        var payload = new HashMap<String, Object>();
        payload.put("reporter", row.reporter().value());
        payload.put("urgency", row.words().urgency().label());
        payload.put("project", row.words().project());
        payload.put("source", "IMPORT");
        payload.put("major", false);
        payload.put("externalKey", row.key());
        if (!around.baseline().isEmpty()) {
            payload.put("baseline", around.baseline());
        }
        add(IssueEventType.REPORTED, row.reporter(), row.times().created(), payload);
    }

    /** The file's; else the table's, but for an issue whose process asks the table itself. */
    private Category category() {
        var given = row.words().category();
        if (given.isPresent()) {
            var payload = Map.<String, Object>of("category", given.get());
            add(IssueEventType.TRIAGED, around.importer(), row.times().created(), payload);
            return new Category(given, Optional.empty());
        }
        if (row.handler().isEmpty() && row.closedAt().isEmpty()) {
            return new Category(Optional.empty(), Optional.empty());
        }
        var said = around.rules().classify(row.words().description());
        var sub = said.subCategory(KeywordText.of(row.words().description()));
        classified(said, sub);
        return new Category(said.category(), sub);
    }

    private void classified(Classification said, Optional<String> sub) {
        var payload = new HashMap<String, Object>();
        said.category().ifPresent(category -> payload.put("category", category));
        sub.ifPresent(keyword -> payload.put("subCategory", keyword));
        payload.put("confidence", said.confidence());
        payload.put("hits", said.hits().stream().map(Object::toString).toList());
        add(IssueEventType.CLASSIFIED, UserId.SYSTEM, row.times().created(), payload);
    }

    private Promise promise(TeamId team) {
        var words = row.words();
        var days =
                around.rules().serviceLevelDays(words.urgency(), words.category(), words.project());
        var level = WorkingCalendar.WORKING_DAY.multipliedBy(days);
        var due = around.calendar().of(team).addWork(row.times().created(), level);
        var at = row.times().created();
        add(
                IssueEventType.SERVICE_LEVEL_SET,
                UserId.SYSTEM,
                at,
                Map.of("minutes", level.toMinutes(), "dueAt", due.toString()));
        var assigned = new HashMap<String, Object>();
        assigned.put("handler", handler().value());
        assigned.put("teamId", team.value());
        assigned.put("dueAt", due.toString());
        assigned.put("personalDueAt", due.toString());
        assigned.put("reason", "导入的数据写明由其处理");
        assigned.put("kind", "FIRST");
        add(IssueEventType.ASSIGNED, around.importer(), at, assigned);
        return new Promise(Duration.ofMinutes(level.toMinutes()), due, team);
    }

    private void resolved(Instant at) {
        var payload = new HashMap<String, Object>();
        around.team().ifPresent(team -> payload.put("teamId", team.value()));
        payload.put("byReporter", handler().equals(row.reporter()));
        payload.put("cause", "");
        payload.put("solution", "");
        payload.put("verification", "");
        add(IssueEventType.RESOLVED, handler(), at, payload);
    }

    /** Confirmed when the row was created (kpi.md §9 Import). */
    private void linked() {
        row.link()
                .ifPresent(
                        link ->
                                add(
                                        IssueEventType.LINKED,
                                        around.importer(),
                                        row.times().created(),
                                        Map.of(
                                                "to",
                                                around.linkedTo().orElseThrow().value(),
                                                "kind",
                                                link.kind().name())));
    }

    /** Stars count when it was closed (kpi.md §9 Import). */
    private void closed() {
        row.stars()
                .ifPresent(
                        stars ->
                                add(
                                        IssueEventType.RATED,
                                        row.reporter(),
                                        row.closedAt().orElseThrow(),
                                        Map.of("stars", stars, "comment", "")));
        row.closedAt()
                .ifPresent(
                        at ->
                                add(
                                        IssueEventType.CLOSED,
                                        UserId.SYSTEM,
                                        at,
                                        Map.of("outcome", outcome())));
    }

    private String outcome() {
        if (row.isDuplicate()) {
            return "DUPLICATE";
        }
        return row.stars().isPresent() ? "CONFIRMED" : "NO_RATING";
    }

    private UserId handler() {
        return row.handler().orElseThrow();
    }

    private void add(IssueEventType type, UserId actor, Instant at, Map<String, Object> payload) {
        var held = type != IssueEventType.REPORTED && type != IssueEventType.TRIAGED;
        var holder = held ? row.handler() : Optional.<UserId>empty();
        events.add(new IssueEvent(around.issueNo(), type, actor, holder, at, payload));
    }
}
