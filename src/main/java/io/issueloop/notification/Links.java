package io.issueloop.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.net.URI;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Addresses in messages; each opens the right page, logged in. */
@Component
@EnableConfigurationProperties(LinkProperties.class)
public class Links {

    private final String base;

    Links(LinkProperties properties) {
        this.base = properties.publicUrl().toString().replaceAll("/+$", "");
    }

    /** One of our pages, by its path with the leading slash. */
    public URI page(String path) {
        return URI.create(base + path);
    }

    public URI issue(IssueNo issueNo) {
        return URI.create(base + "/issues/" + issueNo);
    }

    /** Where approvers decide on a major issue, made for phones. */
    public URI approve(IssueNo issueNo) {
        return URI.create(base + "/m/approve/" + issueNo);
    }

    /** The page for reporting an issue, made for phones. */
    public URI report() {
        return URI.create(base + "/m/report");
    }

    /** The same with the project chosen, for a link pinned in a group. */
    public URI report(String project) {
        return URI.create(base + "/m/report?project=" + UriUtils.encode(project, UTF_8));
    }

    /** The issues the reader reported. */
    public URI reportedByMe() {
        return URI.create(base + "/issues?who=reporter");
    }

    /** The issues the reader handles. */
    public URI handledByMe() {
        return URI.create(base + "/issues?who=handler");
    }

    /** A knowledge article, by its number. */
    public URI article(String articleNo) {
        return URI.create(base + "/m/knowledge/" + articleNo);
    }

    /** The issues another member handles. */
    public URI handledBy(UserId user) {
        return URI.create(base + "/issues?handler=" + user);
    }

    /** Who is away, and for whom the reader stands in. */
    public URI absences() {
        return URI.create(base + "/m/absence");
    }

    public URI handovers() {
        return URI.create(base + "/admin/handover");
    }

    /** The report of a month, such as {@code 2026-11}. */
    public URI classificationQuality(String month) {
        return URI.create(base + "/quality/classification?month=" + month);
    }

    public URI home() {
        return URI.create(base + "/");
    }

    public URI dashboard() {
        return URI.create(base + "/dashboard");
    }

    public URI tasklist() {
        return URI.create(base + "/camunda/app/tasklist/default/");
    }
}
