package io.issueloop.web.api;

import io.issueloop.collaboration.review.Review;
import io.issueloop.collaboration.review.Review.Booking;
import io.issueloop.collaboration.review.Review.Conclusion;
import io.issueloop.collaboration.review.Review.Done;
import io.issueloop.collaboration.review.Review.Measure;
import io.issueloop.collaboration.review.Reviews;
import io.issueloop.directory.Directory;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A review as REST shows it. */
@Schema(description = "一次复盘")
record ReviewView(
        String key,
        @Nullable String issueNo,
        String topic,
        String reason,
        Person lead,
        List<Person> participants,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        @Schema(description = "企业微信会议的链接") @Nullable String meetingLink,
        List<Item> agenda,
        @Nullable String conclusions,
        @Nullable Person concludedBy,
        @Nullable OffsetDateTime concludedAt,
        List<MeasureView> measures,
        @Schema(description = "提问的人能否改期、记录结论") boolean mayLead) {

    record Person(String userId, String name) {}

    record Item(String issueNo, String title, String reasons) {}

    @Schema(description = "一项改进措施")
    record MeasureView(
            int number,
            String title,
            Person owner,
            LocalDate dueOn,
            @Nullable OffsetDateTime doneAt,
            @Nullable String note) {}

    static ReviewView of(Review review, Reviews reviews, Directory directory, UserId reader) {
        var concluded = review.conclusion();
        return new ReviewView(
                review.key(),
                review.issueNo().map(IssueNo::value).orElse(null),
                review.topic(),
                review.reason(),
                person(review.lead(), directory),
                review.participants().stream().map(user -> person(user, directory)).toList(),
                Times.local(review.startsAt()),
                Times.local(review.endsAt()),
                review.booking().map(Booking::link).filter(link -> !link.isEmpty()).orElse(null),
                reviews.agenda(review.key()).stream()
                        .map(i -> new Item(i.issueNo().value(), i.title(), i.reasons()))
                        .toList(),
                concluded.map(Conclusion::text).orElse(null),
                concluded.map(Conclusion::by).map(by -> person(by, directory)).orElse(null),
                concluded.map(Conclusion::at).map(Times::local).orElse(null),
                reviews.measures(review.key()).stream().map(m -> measure(m, directory)).toList(),
                reviews.mayLead(review, reader));
    }

    private static MeasureView measure(Measure measure, Directory directory) {
        Optional<Done> done = measure.done();
        return new MeasureView(
                measure.number(),
                measure.title(),
                person(measure.owner(), directory),
                measure.dueOn(),
                done.map(Done::at).map(Times::local).orElse(null),
                done.map(Done::note).orElse(null));
    }

    private static Person person(UserId user, Directory directory) {
        return new Person(user.value(), directory.name(user));
    }
}
