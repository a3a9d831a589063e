package io.issueloop.web.api;

import io.issueloop.issue.FollowUpTimes;
import io.issueloop.issue.FollowUps;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.RatingWindow;
import io.issueloop.issue.SinceResolution;
import io.issueloop.knowledge.ArticleWriting;
import io.issueloop.knowledge.Articles;
import io.issueloop.shared.UserId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws what is left to do after a resolution. */
@Component
class FollowUpViews {

    private final FollowUps followUps;
    private final FollowUpTimes times;
    private final RatingWindow window;
    private final Articles articles;
    private final ArticleWriting writing;

    FollowUpViews(
            FollowUps followUps,
            FollowUpTimes times,
            RatingWindow window,
            Articles articles,
            ArticleWriting writing) {
        this.followUps = followUps;
        this.times = times;
        this.window = window;
        this.articles = articles;
        this.writing = writing;
    }

    FollowUpView of(Issue issue, UserId reader) {
        var since = followUps.since(issue.no());
        var resolved = issue.resolvedAt().isPresent();
        var missing = resolved ? issue.solution().missing() : List.<String>of();
        var confirm = resolved && issue.isOwn() && !since.confirmed();
        var low = resolved && since.isLow() && !since.followedUp();
        var article = articles.of(issue.no(), reader);
        return new FollowUpView(
                missing,
                missing.isEmpty()
                        ? null
                        : issue.resolvedAt().map(times::dueAt).map(Times::local).orElse(null),
                !missing.isEmpty() && followUps.mayComplete(issue, reader),
                confirm,
                confirm && followUps.mayConfirm(issue, reader),
                low,
                low && followUps.mayFollowUp(issue, reader),
                changeableUntil(issue, reader),
                since.stars().orElse(null),
                since.comment(),
                since.ratings(),
                article.map(
                                one ->
                                        new FollowUpView.ArticleRef(
                                                one.no().value(),
                                                one.text().title(),
                                                one.status().label()))
                        .orElse(null),
                mayWrite(issue, reader, missing, since));
    }

    private boolean mayWrite(
            Issue issue, UserId reader, List<String> missing, SinceResolution since) {
        return since.resolvedAt().isPresent()
                && issue.resolvedAt().isPresent()
                && missing.isEmpty()
                && !articles.isThere(issue.no())
                && writing.mayBegin(issue, reader);
    }

    private @Nullable OffsetDateTime changeableUntil(Issue issue, UserId reader) {
        return Optional.of(issue)
                .filter(one -> one.status() == IssueStatus.CLOSED)
                .filter(one -> one.reporter().equals(reader) && !one.isOwn())
                .flatMap(Issue::resolvedAt)
                .filter(window::isOpen)
                .map(window::endsAt)
                .map(Times::local)
                .orElse(null);
    }
}
