package io.issueloop.web;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePath.Flow;
import io.issueloop.issue.IssuePath.Frame;
import io.issueloop.issue.IssuePath.Outline;
import io.issueloop.issue.IssuePath.Point;
import io.issueloop.issue.IssuePath.Shape;
import io.issueloop.issue.IssuePath.Walk;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The shortest diagram there is: it began, and somebody is to do something. */
final class TestPath {

    private TestPath() {}

    static List<Walk> of(IssueNo issueNo) {
        var start =
                new Shape(
                        "StartEvent_IssueReported",
                        Outline.START,
                        "",
                        new Frame(0, 22, 36, 36),
                        "问题已提报",
                        Optional.of(new Frame(-14, 64, 64, 14)),
                        1,
                        false,
                        List.of());
        var task =
                new Shape(
                        "Task_AcceptIssue",
                        Outline.TASK,
                        "USER",
                        new Frame(90, 0, 100, 80),
                        "接单",
                        Optional.empty(),
                        1,
                        true,
                        List.of(UserId.of("zhangwei")));
        var flow =
                new Flow(
                        "Flow_Reported",
                        List.of(new Point(36, 40), new Point(90, 40)),
                        "",
                        Optional.empty(),
                        true);
        return List.of(
                new Walk(
                        issueNo.value(),
                        "问题处理流程",
                        Optional.empty(),
                        Instant.parse("2026-11-23T02:00:00Z"),
                        Optional.empty(),
                        new Frame(-24, -24, 240, 130),
                        List.of(start, task),
                        List.of(flow)));
    }
}
