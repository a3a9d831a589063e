package io.issueloop.process.work;

import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.appraisal.Quarter;
import io.issueloop.appraisal.QuarterActions;
import io.issueloop.appraisal.QuarterDesk;
import io.issueloop.appraisal.QuarterEvent;
import io.issueloop.appraisal.QuarterReopening;
import io.issueloop.appraisal.Quarters;
import io.issueloop.appraisal.archive.QuarterArchives;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Solution;
import io.issueloop.kpi.KpiRollup;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Words for stories about the life of the quarter all our issues are in. */
abstract class QuarterStory extends IssueStory {

    static final Period Q4 = Period.of("2026Q4");
    static final String KEY = "2026Q4";

    private static final List<String> TABLES =
            List.of(
                    "quarter_archive_block",
                    "quarter_archive_file",
                    "quarter_archive",
                    "quarter_archive_plan",
                    "quarter_snapshot_line",
                    "quarter_snapshot_value",
                    "quarter_snapshot",
                    "quarter_run_change",
                    "quarter_run",
                    "quarter_event",
                    "performance_grade",
                    "target_event",
                    "target_acknowledgement",
                    "target_comment",
                    "target_decision",
                    "target_suggestion",
                    "target_round",
                    "peer_answer",
                    "peer_ask",
                    "peer_round",
                    "peer_rating_round",
                    "kpi_tally",
                    "kpi_open_issue",
                    "kpi_single_line",
                    "kpi_issue_lines",
                    "kpi_value",
                    "kpi_owed_period");

    @Autowired Quarters quarters;
    @Autowired QuarterActions quarterActions;
    @Autowired QuarterDesk desk;
    @Autowired QuarterReopening reopening;
    @Autowired QuarterArchives archives;
    @Autowired KpiRollup rollup;
    @Autowired Acting acting;

    @BeforeEach
    void nothingShelvedYet() {
        wecom.shelved.clear();
        jdbc.sql(
                        """
                        insert into quarter_watch (since) values ('2026-11-01')
                        on conflict (only_row) do update set since = excluded.since
                        """)
                .update();
        forgetTheQuarter();
    }

    /** Other stories happen in the same quarter: it must not stay locked. */
    @AfterEach
    void forgetTheQuarter() {
        for (var process :
                List.of(
                        "quarter_close",
                        "quarter_reopening",
                        "kpi_rollup",
                        "peer_rating",
                        "next_targets")) {
            runtime.createProcessInstanceQuery().processDefinitionKey(process).list().stream()
                    .forEach(i -> runtime.deleteProcessInstance(i.getProcessInstanceId(), "test"));
        }
        for (var key : List.of("QUARTER-" + KEY, "KPI-" + KEY)) {
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                    .forEach(i -> runtime.deleteProcessInstance(i.getProcessInstanceId(), "test"));
        }
        jdbc.sql("delete from sent where key like 'QUARTER%'").update();
        TABLES.forEach(
                table -> {
                    jdbc.sql("alter table %s disable trigger user".formatted(table)).update();
                    jdbc.sql("delete from " + table).update();
                    jdbc.sql("alter table %s enable trigger user".formatted(table)).update();
                });
    }

    IssueNo solved(String description) {
        var issue = reported(ZHAO, description);
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        actions.resolve(issue, handler, new Solution("原因", "方案", "验证"));
        actions.confirmSolved(issue, ZHAO, Optional.of(4), "");
        return issue;
    }

    /** The nightly roll-up, as of then. */
    void night(String instant) {
        clock.moveTo(Instant.parse(instant));
        runtime.startProcessInstanceByKey("kpi_rollup", "KPI-ROLLUP");
        runs("Task_RegisterOwedPeriods");
        runs("Task_RollUpKpi");
    }

    void runs(String activity) {
        management
                .createJobQuery()
                .activityId(activity)
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    /** From the end of the quarter to where its numbers are to be checked. */
    void ended() {
        solved("季度：接口性能太差 " + System.nanoTime());
        night("2027-01-02T00:00:00Z");
        rated();
        clock.moveTo(Instant.parse("2027-01-07T10:00:00Z"));
        fires(KEY, "Event_CutOff");
        runs("Task_TakeStock");
    }

    /** The peers' time is up. */
    void rated() {
        runs("BoundaryEvent_RatingOver");
        runs("Event_RatingClosing");
    }

    /** From there to where it can be signed. */
    void published() {
        quarterActions.check(Q4, SUN, "逐项核对过");
        clock.moveTo(quarter().appeals().orElseThrow().to());
        fires(KEY, "Event_AppealsOver");
    }

    /** From there to the archive. */
    void lockedBy(UserId second) {
        quarterActions.sign(Q4, SUN, "");
        quarterActions.confirm(Q4, second, true, "");
        runs("Task_ArchiveQuarter");
    }

    Quarter quarter() {
        return quarters.of(Q4);
    }

    List<QuarterEvent.Type> history() {
        return desk.history(Q4).stream().map(QuarterEvent::type).toList();
    }

    void refused(ThrowingCallable action, String why) {
        assertThatThrownBy(action).isInstanceOf(Refused.class).hasMessageContaining(why);
    }
}
