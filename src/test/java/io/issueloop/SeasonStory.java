package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.support.MemberBrowser;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.ApplicationContext;

/**
 * What the turn of a quarter brings, done by the people whose work it is; only time is made to pass
 * by firing the timers that wait.
 */
final class SeasonStory {

    private static final String QUARTER = "2026Q3";
    private static final String CLOSING = "/api/quarters/" + QUARTER;
    private static final String REPORTER = "zhangwei";
    private static final String LEAD = "lixue";

    private final String home;
    private final ManagementService jobs;
    private final MemberBrowser kpiAdmin;

    SeasonStory(String home, ApplicationContext application) {
        this.home = home;
        this.jobs = application.getBean(ManagementService.class);
        this.kpiAdmin = MemberBrowser.of("hefang", home);
    }

    /** Colleagues rate each other. */
    void quarterIsClosed() {
        done(kpiAdmin, CLOSING + "/begin", Map.of("reason", "补做第三季度"));
        soon(() -> timers("peer_rating") > 0);
    }

    /** The checklist of the KPI administrator, with what is to be looked at. */
    void quarterIsChecked() {
        soon(
                () -> {
                    fire("peer_rating");
                    fire("quarter_close");
                    return kpiAdmin.get(CLOSING).json().at("/may/check").asBoolean();
                });
        assertThat(kpiAdmin.get(CLOSING).json().path("checklist")).isNotEmpty();
    }

    /** Answers the number of an appeal against what was published. */
    String appealOf(String person) {
        done(kpiAdmin, CLOSING + "/check", Map.of("reason", "逐项核对过"));
        soon(() -> kpiAdmin.get(CLOSING).json().path("appealsUntil").isTextual());
        var claim = Map.of("quarter", QUARTER, "metric", "P1", "statement", "少算了一件九月底解决的问题，请核对");
        return done(MemberBrowser.of(person, home), "/api/me/appeals", claim).path("no").asText();
    }

    void targetsAreDiscussed() {
        done(kpiAdmin, "/api/targets", Map.of("period", QUARTER));
        var comment = Map.of("text", "解决率的目标保持就好");
        var member = MemberBrowser.of(REPORTER, home);
        soon(
                () ->
                        member.get("/api/targets")
                                .json()
                                .at("/rounds/0/state")
                                .asText()
                                .equals("COMMENTS"));
        done(member, "/api/targets/2027Q1/comments", comment);
    }

    void weekIsOver() {
        fire("weekly_report");
        var reader = MemberBrowser.of(REPORTER, home);
        soon(() -> reader.get("/api/reports/weekly/latest?scope=person:me").status() == 200);
    }

    /** Answers the number of a major issue that was solved and looked back at. */
    String review() {
        var reporter = MemberBrowser.of(REPORTER, home);
        var report =
                Map.<String, Object>of(
                        "description", "线上支付接口性能骤降，门店宕机，客户无法付款",
                        "urgency", "紧急",
                        "project", "平台研发部",
                        "major", true);
        var issue = done(reporter, "/api/issues", report);
        var path = "/api/issues/" + issue.path("issueNo").asText();
        var lead = MemberBrowser.of(LEAD, home);
        soon(() -> lead.get(path + "/approval").json().path("mayDecide").asBoolean());
        done(lead, path + "/approval", Map.of("agree", true, "comment", "同意"));
        var handler = MemberBrowser.of(issue.path("handler").asText(), home);
        done(handler, path + "/accept", Map.of());
        var solution = Map.of("cause", "连接池太小", "measures", "扩容并限流", "verification", "压测通过");
        done(handler, path + "/resolve", solution);
        done(reporter, path + "/evaluate", Map.of("solved", true, "stars", 5));
        var review = "/api/reviews/" + issue.path("issueNo").asText();
        var outcome = Map.of("conclusions", "容量评审没有做", "measures", "上线前做容量评审；李雪；2027-01-15");
        soon(
                () -> {
                    fire("review_meeting"); // the meeting is over
                    return lead.post(review + "/conclusions", outcome).status() == 200;
                });
        return issue.path("issueNo").asText();
    }

    private JsonNode done(MemberBrowser who, String path, Map<String, ?> body) {
        var answer = who.post(path, body);
        assertThat(answer.status()).as(path + ": " + answer.body()).isBetween(200, 299);
        return answer.json();
    }

    private long timers(String process) {
        return jobs.createJobQuery().processDefinitionKey(process).timers().active().count();
    }

    /** A timer somebody else has fired already is not there any more. */
    private void fire(String process) {
        for (Job job :
                jobs.createJobQuery().processDefinitionKey(process).timers().active().list()) {
            try {
                jobs.executeJob(job.getId());
            } catch (RuntimeException gone) {
                continue;
            }
        }
    }

    private static void soon(BooleanSupplier happened) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(happened::getAsBoolean);
    }
}
