package io.issueloop.collaboration.review;

import io.issueloop.collaboration.Telling;
import io.issueloop.collaboration.review.Meetings.Meeting;
import io.issueloop.collaboration.review.Review.Booking;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.directory.Directory;
import io.issueloop.shared.Excerpt;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One meeting in WeCom per review, at its present time; none once that time is over. */
@Component
class MeetingEffect implements Effect {

    static final String NAME = "MEETING";

    private static final String BY_HAND = "";
    private static final int MAX_TITLE = 20;

    private final ReviewStore reviews;
    private final Meetings meetings;
    private final Telling telling;
    private final Directory people;
    private final Clock clock;

    MeetingEffect(
            ReviewStore reviews,
            Meetings meetings,
            Telling telling,
            Directory people,
            Clock clock) {
        this.reviews = reviews;
        this.meetings = meetings;
        this.telling = telling;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "复盘会议";
    }

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        return reviews.find(businessKey).map(Review::participants).orElse(List.of());
    }

    @Override
    public Capability capability() {
        return Capability.MEETING;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var review = reviews.find(businessKey).orElseThrow();
        var booked = review.booking().map(Booking::meetingId);
        if (!isAhead(review) || booked.equals(Optional.of(BY_HAND))) {
            return;
        }
        var meeting = meeting(review);
        var known = booked.isPresent() ? review.booking() : meetings.find(meeting);
        if (known.isPresent() && meetings.change(known.get().meetingId(), meeting)) {
            reviews.keep(businessKey, known.get());
        } else {
            reviews.keep(businessKey, meetings.book(meeting));
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var review = reviews.find(businessKey).orElseThrow();
        if (!isAhead(review)) {
            return Optional.empty();
        }
        var names =
                review.participants().stream().map(people::name).collect(Collectors.joining("、"));
        var meeting = meeting(review);
        return Optional.of(
                ByHand.of(
                                "预约复盘会议 " + businessKey,
                                "请在企业微信中%s；能得到会议链接的话一并填写，会显示在复盘页。"
                                        .formatted(
                                                review.booking().isPresent()
                                                        ? "把这场会议改为下面的时间"
                                                        : "预约这场会议并邀请参会人"),
                                "主题：%s\n时间：%s\n参会人：%s\n说明：%s"
                                        .formatted(
                                                meeting.title(),
                                                ReviewTexts.hour(review),
                                                names,
                                                meeting.description()))
                        .asking(ByHand.Reference.OPTIONAL));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        var link = reference.matches("https?://\\S{1,900}") ? reference : "";
        reviews.keep(businessKey, new Booking(BY_HAND, link));
    }

    private boolean isAhead(Review review) {
        return !review.isConcluded() && review.startsAt().isAfter(clock.instant());
    }

    private Meeting meeting(Review review) {
        var title = review.issueNo().map(no -> "复盘 " + no).orElse(review.topic());
        var link = telling.link(ReviewNoticeEffect.page(review.key())).toString();
        return new Meeting(
                review.key(),
                Excerpt.of(title, MAX_TITLE),
                ReviewTexts.description(review, reviews.agenda(review.key()), link),
                review.startsAt(),
                Review.LENGTH,
                review.participants());
    }
}
