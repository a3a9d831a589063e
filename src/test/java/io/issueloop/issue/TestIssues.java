package io.issueloop.issue;

import io.issueloop.support.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Issues for tests of other features, without a database. */
public final class TestIssues {

    public static final IssueNo NO = IssueNo.of("ISS-20261123-0007");
    public static final Instant MONDAY_TEN = Instant.parse("2026-11-23T02:00:00Z");
    public static final Instant WEDNESDAY_TEN = Instant.parse("2026-11-25T02:00:00Z");

    private TestIssues() {}

    /** 赵敏 reported it, 张伟 is to take it on, by Wednesday at ten. */
    public static Issue assigned(Urgency urgency, String description) {
        var report =
                new ReportIssue(
                        People.ZHAO, description, urgency, People.PLATFORM_PROJECT, false, "REST");
        var issue = Issue.reported(NO, report, MONDAY_TEN);
        issue.categorise(Optional.of("技术"), Optional.of("性能"));
        issue.promise(Duration.ofHours(16), WEDNESDAY_TEN);
        issue.assign(People.ZHANG, People.PLATFORM, WEDNESDAY_TEN);
        return issue;
    }

    /** The same, solved on Tuesday at ten. */
    public static Issue resolved(String measures) {
        var issue = assigned(Urgency.HIGH, "订单页面性能很差");
        issue.accept(People.ZHANG);
        issue.resolve(
                People.ZHANG,
                new Solution("", measures, ""),
                Instant.parse("2026-11-24T02:00:00Z"));
        return issue;
    }
}
