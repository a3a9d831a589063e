package io.issueloop.standalone.sample;

import io.issueloop.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One closed issue of the past: its events in order, and the row they lead to. */
final class SampleIssue {

    /** An event as it will be recorded; {@code holder} is who holds the issue afterwards. */
    record Event(
            String type,
            String actor,
            @Nullable String holder,
            Instant at,
            Map<String, Object> payload) {}

    private static final String SYSTEM = "issueloop";

    final SampleTeam team;
    final SampleTexts.Text text;
    final String reporter;
    final String urgency;
    final int serviceLevelMinutes;
    final List<Event> events = new ArrayList<>();
    String handler;
    Instant dueAt;
    @Nullable Instant resolvedAt;
    @Nullable Integer stars;
    int assignments;
    int resolutions;
    String note = "提报人确认解决";

    private final WorkingCalendar calendar;
    private final Random random;
    private Instant now;

    SampleIssue(WorkingCalendar calendar, Random random, Instant reportedAt) {
        this.calendar = calendar;
        this.random = random;
        this.now = reportedAt;
        team = SampleTexts.of(SampleTeam.ALL, random);
        text = SampleTexts.any(random);
        reporter = SampleTexts.of(otherTeam().members(), random);
        handler = SampleTexts.of(team.members(), random);
        int roll = random.nextInt(100);
        urgency = roll < 10 ? "URGENT" : roll < 35 ? "HIGH" : roll < 80 ? "MEDIUM" : "LOW";
        serviceLevelMinutes = 480 * (roll < 10 ? 1 : roll < 35 ? 2 : roll < 80 ? 3 : 5);
        dueAt = calendar.addWork(reportedAt, Duration.ofMinutes(serviceLevelMinutes));
    }

    private SampleTeam otherTeam() {
        var other = SampleTexts.of(SampleTeam.ALL, random);
        return other == team ? otherTeam() : other;
    }

    void report(String project) {
        add(
                "REPORTED",
                reporter,
                null,
                Map.of(
                        "reporter", reporter,
                        "urgency", urgency,
                        "project", project,
                        "source", "SHEET",
                        "major", false));
        add(
                "CLASSIFIED",
                SYSTEM,
                null,
                Map.of(
                        "category", text.category(),
                        "subCategory", text.keyword(),
                        "confidence", "明确",
                        "hits", List.of("%s:%s:1.0".formatted(text.category(), text.keyword()))));
        add(
                "SERVICE_LEVEL_SET",
                SYSTEM,
                null,
                Map.of("minutes", serviceLevelMinutes, "dueAt", dueAt.toString()));
        assign("FIRST", "项目归属团队，当前在手最少");
    }

    /** From 接单 to 关闭, with the detours some issues take. */
    void live() {
        work(10, 120);
        add("ACCEPTED", handler, handler, Map.of());
        if (random.nextInt(100) < 12) {
            pause();
        }
        if (random.nextInt(100) < 5) {
            transfer();
        }
        double share = team.pace() * (0.3 + 1.4 * random.nextDouble());
        int minutes = (int) (serviceLevelMinutes * share);
        work(minutes, minutes + 30);
        resolve();
        if (random.nextInt(100) < 6) {
            reopen();
            work(120, 600);
            resolve();
        }
        evaluate();
    }

    /** Confirmed by the lead as a report of something known; ends without evaluation. */
    void mergeInto(String issueNo) {
        work(30, 90);
        add("LINKED", team.lead(), handler, Map.of("to", issueNo, "kind", "DUPLICATE_REPORT"));
        add("CLOSED", SYSTEM, null, Map.of("outcome", "DUPLICATE"));
        note = "与 " + issueNo + " 重复，已并入";
    }

    void comesBackAs(String issueNo) {
        add("LINKED", team.lead(), null, Map.of("to", issueNo, "kind", "RECURRENCE"));
    }

    Instant reportedAt() {
        return events.get(0).at();
    }

    Instant closedAt() {
        return now;
    }

    private void assign(String kind, String reason) {
        assignments++;
        add(
                "ASSIGNED",
                SYSTEM,
                handler,
                Map.of(
                        "handler",
                        handler,
                        "teamId",
                        team.id(),
                        "dueAt",
                        dueAt.toString(),
                        "personalDueAt",
                        dueAt.toString(),
                        "reason",
                        reason,
                        "kind",
                        kind));
    }

    private void pause() {
        work(30, 120);
        add(
                "PAUSED",
                handler,
                handler,
                Map.of("reason", "请补充复现步骤", "kind", "INFORMATION", "approvedByLead", false));
        var since = now;
        work(90, 600);
        dueAt = calendar.addWork(dueAt, calendar.workBetween(since, now));
        add("RESUMED", reporter, handler, dues());
    }

    private void transfer() {
        work(30, 120);
        handler = SampleTexts.of(team.members(), random);
        var half = Duration.ofMinutes(Math.max(serviceLevelMinutes / 2, 240));
        dueAt = later(dueAt, calendar.addWork(now, half));
        assign("TRANSFER", "原处理人转交");
        work(10, 60);
        add("ACCEPTED", handler, handler, Map.of());
    }

    private void resolve() {
        resolutions++;
        resolvedAt = now;
        add(
                "RESOLVED",
                handler,
                handler,
                Map.of(
                        "teamId", team.id(),
                        "byReporter", false,
                        "cause", SampleTexts.cause(random),
                        "solution", SampleTexts.measures(random),
                        "verification", "提报人环境验证通过"));
    }

    private void reopen() {
        var since = now;
        work(60, 900);
        var shifted = calendar.addWork(dueAt, calendar.workBetween(since, now));
        dueAt = later(shifted, calendar.addWork(now, Duration.ofHours(4)));
        var payload = new HashMap<>(dues());
        payload.put("reason", "问题仍能复现");
        add("REOPENED", reporter, handler, payload);
    }

    private void evaluate() {
        if (random.nextInt(100) < 15) {
            now = calendar.addWork(now, WorkingCalendar.WORKING_DAY.multipliedBy(3));
            note = "3 个工作日未评价，自动关闭";
            add("CLOSED", SYSTEM, null, Map.of("outcome", "NO_RATING"));
            return;
        }
        work(30, 480);
        double roll = random.nextDouble();
        stars = roll < team.satisfied() ? 5 : roll < 0.95 ? 4 : 3;
        add("RATED", reporter, handler, Map.of("stars", stars));
        add("CLOSED", SYSTEM, null, Map.of("outcome", "CONFIRMED"));
    }

    private Map<String, Object> dues() {
        return Map.of("dueAt", dueAt.toString(), "personalDueAt", dueAt.toString());
    }

    private void work(int from, int to) {
        now = calendar.addWork(now, Duration.ofSeconds(random.nextInt(from * 60, to * 60)));
    }

    private void add(
            String type, String actor, @Nullable String holder, Map<String, Object> payload) {
        events.add(new Event(type, actor, holder, now, payload));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
