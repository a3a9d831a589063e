package io.issueloop.process.followup;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.SinceResolution;
import io.issueloop.process.FormText;
import io.issueloop.shared.Excerpt;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** A resolved issue at a glance, plain text of at most 500 characters, for the head of a form. */
@Component
class FollowUpSummary {

    private static final int MAX = 500;

    private final Directory directory;

    FollowUpSummary(Directory directory) {
        this.directory = directory;
    }

    String of(Issue issue, SinceResolution since) {
        var lines = new ArrayList<String>();
        lines.add("%s　%s".formatted(issue.no(), issue.title()));
        lines.add(
                "提报人：%s　处理人：%s"
                        .formatted(
                                directory.name(issue.reporter()),
                                issue.handler().map(directory::name).orElse("—")));
        since.stars().ifPresent(stars -> lines.add("评价：" + stars + " 星　" + since.comment()));
        var missing = issue.solution().missing();
        if (!missing.isEmpty()) {
            lines.add("还缺：" + String.join("、", missing));
        }
        part(lines, "原因", issue.solution().cause());
        part(lines, "方案", issue.solution().measures());
        part(lines, "验证", issue.solution().verification());
        var text = FormText.plain(String.join("\n", lines));
        return Excerpt.of(text, MAX);
    }

    private static void part(ArrayList<String> lines, String name, String text) {
        if (!text.isBlank()) {
            lines.add(name + "：" + text);
        }
    }
}
