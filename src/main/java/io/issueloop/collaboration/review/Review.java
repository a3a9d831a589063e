package io.issueloop.collaboration.review;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A review meeting of one issue, or of a team's month.
 *
 * @param key business key: the issue's number, or {@code REVIEW-2026-10-T2}
 * @param reason why there is one, in Chinese
 * @param participants the lead first
 * @param revision grows with every change of the time
 */
public record Review(
        String key,
        Optional<IssueNo> issueNo,
        TeamId team,
        String topic,
        String reason,
        UserId lead,
        List<UserId> participants,
        Instant startsAt,
        int revision,
        Optional<Conclusion> conclusion,
        Optional<Booking> booking) {

    static final Duration LENGTH = Duration.ofHours(1);

    public Instant endsAt() {
        return startsAt.plus(LENGTH);
    }

    public boolean isConcluded() {
        return conclusion.isPresent();
    }

    /** What was agreed, by whom it was written down, and when. */
    public record Conclusion(String text, UserId by, Instant at) {}

    /**
     * The meeting in WeCom.
     *
     * @param meetingId empty where a person booked it
     * @param link where people join; may be empty
     */
    public record Booking(String meetingId, String link) {}

    /** Something on a monthly agenda, and why: 重大、复发、超时、低分. */
    public record AgendaItem(IssueNo issueNo, String title, String reasons) {}

    /**
     * An improvement somebody is to carry out.
     *
     * @param number from 1 on
     * @param dueOn the last day, Asia/Shanghai
     */
    public record Measure(
            int number, String title, UserId owner, LocalDate dueOn, Optional<Done> done) {}

    /** That it was carried out. */
    public record Done(UserId by, Instant at, String note) {}
}
