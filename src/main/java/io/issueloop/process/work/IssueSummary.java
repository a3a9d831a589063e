package io.issueloop.process.work;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Attachments;
import io.issueloop.issue.Issue;
import io.issueloop.process.FormText;
import io.issueloop.shared.Excerpt;
import io.issueloop.shared.Zones;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** An issue at a glance, as plain text of at most 500 characters, for the head of every form. */
@Component
class IssueSummary {

    private static final int MAX = 500;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

    private final Directory directory;
    private final Attachments attachments;

    IssueSummary(Directory directory, Attachments attachments) {
        this.directory = directory;
        this.attachments = attachments;
    }

    String of(Issue issue) {
        return of(issue, "");
    }

    /**
     * @param hint one more line of plain text for whoever decides; may be empty
     */
    String of(Issue issue, String hint) {
        var head =
                "%s\n%s　紧急程度：%s　分类：%s\n提报人：%s　关联项目：%s\n截止：%s\n%s%s"
                        .formatted(
                                FormText.plain(issue.title()),
                                issue.no(),
                                issue.urgency().label(),
                                issue.category().orElse("待分诊"),
                                directory.name(issue.reporter()),
                                FormText.plain(issue.project()),
                                issue.personalDueAt()
                                        .map(due -> TIME.format(due.atZone(Zones.REPORTING)))
                                        .orElse("待定"),
                                pictures(issue),
                                hint.isEmpty() ? "" : hint + "\n");
        return Excerpt.of((head + rest(issue)).strip(), MAX);
    }

    private String pictures(Issue issue) {
        int many = attachments.of(issue.no()).size();
        return many == 0 ? "" : "附有 %d 张照片，点问题编号查看\n".formatted(many);
    }

    /** The list of tasks shows the first lines only: they say which issue it is. */
    private static String rest(Issue issue) {
        var said = issue.description().strip();
        return said.equals(issue.title()) ? "" : "\n" + FormText.plain(said);
    }
}
