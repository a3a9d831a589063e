package io.issueloop.kpi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.support.TestClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events of one issue, written as they come; times are local in Asia/Shanghai. */
final class TestIssue {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final String no;
    private String reporter = "lixue";
    private String handler = "zhangwei";

    TestIssue(JdbcClient jdbc, String no) {
        this.jdbc = jdbc;
        this.no = no;
    }

    TestIssue reported(String at) {
        return event("REPORTED", at, reporter, Map.of("reporter", reporter, "urgency", "MEDIUM"));
    }

    TestIssue reportedBy(String person, String at) {
        reporter = person;
        return reported(at);
    }

    TestIssue baseline(String at, String... periods) {
        return event(
                "REPORTED",
                at,
                reporter,
                Map.of("reporter", reporter, "baseline", List.of(periods)));
    }

    /** Promised and assigned at once to a member of team 2. */
    TestIssue assigned(String at, String person, String due) {
        event("SERVICE_LEVEL_SET", at, "issueloop", Map.of("minutes", 480, "dueAt", instant(due)));
        return handedTo(person, at, due);
    }

    TestIssue handedTo(String person, String at, String personalDue) {
        handler = person;
        return event(
                "ASSIGNED",
                at,
                "issueloop",
                Map.of("handler", person, "teamId", 2, "personalDueAt", instant(personalDue)));
    }

    TestIssue refused(String at) {
        return event("REFUSED", at, handler, Map.of("reason", "不是我的"));
    }

    TestIssue accepted(String at) {
        return event("ACCEPTED", at, handler, Map.of());
    }

    TestIssue paused(String at, String kind, boolean approved) {
        return event("PAUSED", at, handler, Map.of("kind", kind, "approvedByLead", approved));
    }

    TestIssue resumed(String at) {
        return event("RESUMED", at, handler, Map.of());
    }

    TestIssue resolved(String at) {
        return resolvedBy(handler, at);
    }

    TestIssue resolvedBy(String person, String at) {
        handler = person;
        return event("RESOLVED", at, person, Map.of("teamId", 2));
    }

    TestIssue reopened(String at) {
        return event("REOPENED", at, reporter, Map.of("reason", "未解决"));
    }

    TestIssue rated(String at, int stars) {
        return event("RATED", at, reporter, Map.of("stars", stars));
    }

    TestIssue linked(String at, String to, String kind) {
        return event("LINKED", at, "lixue", Map.of("to", to, "kind", kind));
    }

    TestIssue happened(String type, String at) {
        return event(type, at, "lixue", Map.of());
    }

    TestIssue event(String type, String at, String actor, Map<String, ?> payload) {
        var when = TestClock.at(at).atOffset(ZoneOffset.UTC);
        try {
            var params = new HashMap<String, Object>();
            params.put("no", no);
            params.put("type", type);
            params.put("actor", actor);
            params.put("at", when);
            params.put("payload", JSON.writeValueAsString(payload));
            jdbc.sql(
                            """
                            insert into issue_event (issue_no, type, actor, occurred_at, recorded_at, payload)
                            values (:no, :type, :actor, :at, :at, cast(:payload as jsonb))
                            """)
                    .params(params)
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    private static String instant(String local) {
        Instant at = TestClock.at(local);
        return at.toString();
    }
}
