package io.issueloop.notification;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.imports.ImportedWork.Share;
import io.issueloop.notification.Message.Digest;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import java.util.ArrayList;
import java.util.List;

/** What people read of an import: Chinese, short, one link. */
final class ImportTexts {

    private static final int MOST_BY_NAME = 8;

    private ImportTexts() {}

    /** All that waits for one person, in place of a card for each. */
    static Notice digest(Share share, Links links) {
        var lines = new ArrayList<String>();
        add(lines, "待分诊", share.toTriage());
        add(lines, "待接单", share.toAccept());
        add(lines, "处理中", share.inHand());
        add(lines, "待您评价", share.toEvaluate());
        add(lines, "其中已逾期", share.late());
        share.nextDue().ifPresent(due -> lines.add("最近到期：" + Times.spoken(due)));
        var count = share.toTriage() + share.toAccept() + share.inHand() + share.toEvaluate();
        var link =
                share.toAccept() + share.inHand() > 0
                        ? links.handledByMe()
                        : share.toTriage() > 0 ? links.tasklist() : links.reportedByMe();
        return new Notice("批量导入：有 %d 件问题等您处理".formatted(count), String.join("\n", lines), link);
    }

    /** What was late when it came, the latest first; of many only some by name. */
    static Digest overdue(List<Issue> late, UserId reader, Directory people, Links links) {
        var entries = new ArrayList<Digest.Entry>();
        late.stream()
                .limit(MOST_BY_NAME)
                .forEach(
                        issue ->
                                entries.add(
                                        new Digest.Entry(
                                                line(issue, reader, people),
                                                links.issue(issue.no()))));
        if (late.size() > MOST_BY_NAME) {
            var rest = "另有 %d 件，点开查看".formatted(late.size() - MOST_BY_NAME);
            entries.add(new Digest.Entry(rest, links.handledByMe()));
        }
        return new Digest("导入的问题中有 %d 件已逾期".formatted(late.size()), entries, links.handledByMe());
    }

    private static String line(Issue issue, UserId reader, Directory people) {
        var due = issue.personalDueAt().map(Times::spoken).orElse("待定");
        var whose =
                issue.handler()
                        .filter(handler -> !handler.equals(reader))
                        .map(handler -> people.name(handler) + "，")
                        .orElse("");
        return "%s（%s应于 %s 前完成）".formatted(issue.title(), whose, due);
    }

    private static void add(ArrayList<String> lines, String name, long count) {
        if (count > 0) {
            lines.add("%s：%d 件".formatted(name, count));
        }
    }
}
