package io.issueloop.process.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.Application;
import io.issueloop.directory.Directory;
import io.issueloop.directory.DirectorySource;
import io.issueloop.issue.IntakeRules;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueActions;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.notification.Message;
import io.issueloop.shared.UserId;
import io.issueloop.support.IdleScheduler;
import io.issueloop.support.MovableClock;
import io.issueloop.support.People;
import io.issueloop.support.WithDatabase;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Words for stories about one issue: the real engine, models, domain and PostgreSQL; WeCom's ports
 * record.
 */
@SpringBootTest(classes = Application.class, properties = "camunda.bpm.job-execution.enabled=false")
@WithDatabase(shared = true)
@Import(IssueStory.Recording.class)
abstract class IssueStory {

    static final Instant MONDAY_TEN = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired Issues issues;
    @Autowired IssueActions actions;
    @Autowired IntakeRules rules;
    @Autowired Directory directory;
    @Autowired RecordingWeCom wecom;
    @Autowired MovableClock clock;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void aFreshMorning() {
        clock.moveTo(MONDAY_TEN);
        directory.refresh();
        wecom.messages.clear();
        wecom.updates.clear();
        wecom.recalled.clear();
        jdbc.sql("delete from push").update();
        wecom.said.clear();
        wecom.mentioned.clear();
        wecom.groupIsThere = false;
        wecom.down = false;
    }

    IssueNo reported(UserId reporter, String description) {
        return reported(reporter, description, "中", People.PLATFORM_PROJECT);
    }

    IssueNo reported(UserId reporter, String description, String urgency, String project) {
        return issues.report(rules.check(reporter, description, urgency, project, false, "REST"));
    }

    Issue now(IssueNo issueNo) {
        return issues.get(issueNo);
    }

    UserId handlerOf(IssueNo issueNo) {
        return now(issueNo).handler().orElseThrow();
    }

    /** Runs everything WeCom is owed about the issue. */
    void delivered(IssueNo issueNo) {
        delivered(issueNo.value());
    }

    void delivered(String businessKey) {
        for (Job job : deliveries(businessKey)) {
            management.executeJob(job.getId());
        }
    }

    List<Job> deliveries(IssueNo issueNo) {
        return deliveries(issueNo.value());
    }

    List<Job> deliveries(String businessKey) {
        var instances =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey, "wecom_delivery")
                        .list();
        return management.createJobQuery().list().stream()
                .filter(
                        job ->
                                instances.stream()
                                        .anyMatch(
                                                i -> i.getId().equals(job.getProcessInstanceId())))
                .toList();
    }

    void fires(IssueNo issueNo, String timerActivity) {
        fires(issueNo.value(), timerActivity);
    }

    void fires(String businessKey, String timerActivity) {
        var job =
                jobs(businessKey, timerActivity).stream()
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(timerActivity + " is not waiting"));
        management.executeJob(job.getId());
    }

    List<Job> jobs(String businessKey, String timerActivity) {
        return management.createJobQuery().activityId(timerActivity).list().stream()
                .filter(found -> belongsTo(found, businessKey))
                .toList();
    }

    private boolean belongsTo(Job job, String businessKey) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0;
    }

    void waitsFor(IssueNo issueNo, UserId assignee, String taskName, IssueStatus status) {
        var task =
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(issueNo.value())
                        .taskName(taskName)
                        .singleResult();
        assertThat(task).as(taskName).isNotNull();
        assertThat(task.getAssignee()).isEqualTo(assignee.value());
        assertThat(now(issueNo).status()).isEqualTo(status);
    }

    void isOver(IssueNo issueNo, IssueStatus status) {
        assertThat(now(issueNo).status()).isEqualTo(status);
        assertThat(
                        runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(issueNo.value())
                                .processDefinitionKeyIn(
                                        "issue_lifecycle", "issue_handling", "issue_evaluation")
                                .count())
                .isZero();
    }

    void happened(IssueNo issueNo, IssueEventType... types) {
        assertThat(issues.history(issueNo))
                .extracting(recorded -> recorded.event().type())
                .containsExactly(types);
    }

    List<Message> messagesTo(UserId user) {
        return wecom.messages.stream()
                .filter(sent -> sent.to().equals(user))
                .map(RecordingWeCom.Sent::message)
                .toList();
    }

    @TestConfiguration
    static class Recording {

        @Bean
        PathCoverage pathCoverage() {
            return new PathCoverage();
        }

        @Bean
        @Primary
        RecordingWeCom recordingWeCom() {
            return new RecordingWeCom();
        }

        @Bean
        @Primary
        RecordedForms recordedForms() {
            return new RecordedForms();
        }

        @Bean
        FiguresEffect figuresEffect() {
            return new FiguresEffect();
        }

        @Bean
        @Primary
        DirectorySource testOrganisation() {
            return new People();
        }

        @Bean
        IdleScheduler taskScheduler() {
            return new IdleScheduler();
        }

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock(MONDAY_TEN);
        }
    }
}
