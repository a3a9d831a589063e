package io.issueloop.knowledge;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A knowledge article. Each step answers the article as it is afterwards; an illegal one is refused
 * with a Chinese sentence.
 *
 * @param version grows with every change
 * @param team the team whose issue it came from
 * @param reviewer who is asked to review it, or has approved it
 * @param comment why it came back last time; empty otherwise
 */
public record Article(
        ArticleNo no,
        int version,
        IssueNo issueNo,
        Optional<TeamId> team,
        ArticleText text,
        Authors authors,
        ArticleStatus status,
        Origin origin,
        Optional<UserId> reviewer,
        String comment,
        Optional<Instant> submittedAt,
        Optional<Instant> publishedAt) {

    /**
     * Who began it, and when, UTC.
     *
     * @param revises the article it is a new version of
     */
    public record Origin(UserId by, Instant at, Optional<ArticleNo> revises) {}

    /** Whether it is a new version of another article, which stays as it is meanwhile. */
    public boolean isRevision() {
        return origin.revises().isPresent();
    }

    /** Another number for the same text, to be changed and reviewed. */
    Article revision(ArticleNo number, UserId by, Instant at) {
        require(status == ArticleStatus.PUBLISHED, "只有已发布的文章可以修订，当前为" + status.label());
        return new Article(
                number,
                1,
                issueNo,
                team,
                text,
                authors,
                ArticleStatus.DRAFT,
                new Origin(by, at, Optional.of(no)),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
    }

    /** A reviewed revision takes its place; authors and first publication stay. */
    Article replaced(ArticleText by) {
        require(status == ArticleStatus.PUBLISHED, "原文已不在发布中，当前为" + status.label());
        return with(by, authors, ArticleStatus.PUBLISHED);
    }

    Article merged(UserId by) {
        requireReview(by);
        return with(text, authors, ArticleStatus.MERGED);
    }

    /** 撤下; of a revision: given up. Whether the person may was asked before. */
    Article withdrawn(String why) {
        require(
                status == ArticleStatus.PUBLISHED || isRevision() && status == ArticleStatus.DRAFT,
                "当前为%s，不能撤下".formatted(status.label()));
        return with(text, authors, ArticleStatus.WITHDRAWN).reviewed(reviewer, why);
    }

    /** Whether this member may change it while it is a draft. */
    public boolean isWrittenBy(UserId user) {
        return authors.contains(user) || origin.by().equals(user);
    }

    Article edited(UserId by, ArticleText newText, Authors newAuthors) {
        requireWriter(by);
        require(status == ArticleStatus.DRAFT, "只有草稿可以修改，当前为" + status.label());
        return with(newText, newAuthors, ArticleStatus.DRAFT);
    }

    Article submitted(UserId by, UserId chosen, Instant at) {
        requireWriter(by);
        require(status == ArticleStatus.DRAFT, "文章已经提交过了，当前为" + status.label());
        require(!isWrittenBy(chosen), "文章须由作者以外的人审核");
        return with(text, authors, ArticleStatus.IN_REVIEW)
                .reviewed(Optional.of(chosen), "")
                .at(Optional.of(at), publishedAt);
    }

    Article returned(UserId by, String why) {
        requireReview(by);
        require(!why.isBlank(), "退回修改时请写明哪里要改");
        return with(text, authors, ArticleStatus.DRAFT).reviewed(Optional.empty(), why.strip());
    }

    Article published(UserId by, Instant at) {
        requireReview(by);
        return with(text, authors, ArticleStatus.PUBLISHED)
                .reviewed(Optional.of(by), "")
                .at(submittedAt, Optional.of(at));
    }

    private Article with(ArticleText newText, Authors newAuthors, ArticleStatus newStatus) {
        return new Article(
                no,
                version,
                issueNo,
                team,
                newText,
                newAuthors,
                newStatus,
                origin,
                reviewer,
                comment,
                submittedAt,
                publishedAt);
    }

    private Article reviewed(Optional<UserId> newReviewer, String newComment) {
        return new Article(
                no,
                version,
                issueNo,
                team,
                text,
                authors,
                status,
                origin,
                newReviewer,
                newComment,
                submittedAt,
                publishedAt);
    }

    private Article at(Optional<Instant> submission, Optional<Instant> publication) {
        return new Article(
                no,
                version,
                issueNo,
                team,
                text,
                authors,
                status,
                origin,
                reviewer,
                comment,
                submission,
                publication);
    }

    private void requireReview(UserId by) {
        require(status == ArticleStatus.IN_REVIEW, "文章不在审核中，当前为" + status.label());
        require(!isWrittenBy(by), "不能审核自己的文章");
    }

    private void requireWriter(UserId by) {
        require(isWrittenBy(by), "只有作者可以修改和提交文章");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Refused(otherwise);
        }
    }
}
