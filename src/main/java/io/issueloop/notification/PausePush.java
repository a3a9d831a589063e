package io.issueloop.notification;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePauses;
import io.issueloop.issue.Issues;
import io.issueloop.issue.OpenPause;
import io.issueloop.shared.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells of a pause while it lasts. */
@Component
class PausePush implements PushKind {

    static final String NAME = "PAUSE";

    enum Occasion {
        BEGUN,
        CAP
    }

    private final Issues issues;
    private final IssuePauses pauses;
    private final Directory people;
    private final Links links;

    PausePush(Issues issues, IssuePauses pauses, Directory people, Links links) {
        this.issues = issues;
        this.pauses = pauses;
        this.people = people;
        this.links = links;
    }

    /** Which pause: the one that began then. */
    static String detail(Occasion occasion, Instant since) {
        return occasion + "/" + since.toEpochMilli();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Line> line(String businessKey, String detail, UserId to) {
        var issue = issues.get(IssueNo.of(businessKey));
        var occasion = Occasion.valueOf(detail.split("/", 2)[0]);
        return pauses.open(issue.no())
                .filter(pause -> detail.equals(detail(occasion, pause.since())))
                .filter(pause -> occasion == Occasion.BEGUN || pause.isCapped())
                .map(
                        pause ->
                                occasion == Occasion.BEGUN
                                        ? begun(issue, pause, to)
                                        : cap(issue, pause, to));
    }

    private Line begun(Issue issue, OpenPause pause, UserId to) {
        var last =
                to.equals(issue.reporter())
                        ? "恢复处理后截止时间相应顺延"
                        : "超过 10 个工作日的部分计入处理时间；如需更久，请在问题页批准暂停";
        return line(issue, "已暂停：", pause, last);
    }

    private Line cap(Issue issue, OpenPause pause, UserId to) {
        var last =
                issue.handler().equals(Optional.of(to))
                        ? "计时已恢复。请恢复处理，或请负责人批准继续等待"
                        : "计时已恢复。如需继续等待，请在问题页批准暂停";
        return line(issue, "暂停已满 10 个工作日：", pause, last);
    }

    private Line line(Issue issue, String heading, OpenPause pause, String last) {
        var whom = pause.waitsFor().isEmpty() ? "提报人补充信息" : pause.waitsFor();
        return new Line(
                heading + issue.title(),
                heading + issue.title() + "（等待" + whom + "）",
                "%s\n处理人：%s\n等待：%s\n原因：%s\n%s"
                        .formatted(
                                issue.no(),
                                issue.handler().map(people::name).orElse("待定"),
                                whom,
                                pause.reason(),
                                last),
                links.issue(issue.no()));
    }

    @Override
    public String heading(int count) {
        return "您有 %d 个问题处于暂停中".formatted(count);
    }

    @Override
    public URI all() {
        return links.home();
    }
}
