package io.issueloop.collaboration.review;

import io.issueloop.collaboration.Telling;
import io.issueloop.collaboration.review.ReviewTexts.Text;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Messages about reviews; the subject is {@code KIND/recipient/turn}, each is sent once. */
@Component
class ReviewNoticeEffect implements Effect {

    static final String NAME = "REVIEW_NOTICE";

    enum Kind {
        INVITATION("复盘会邀请"),
        MOVED("复盘会改期通知"),
        CONCLUDE("记录复盘结论"),
        CONCLUDE_REMINDER("复盘结论提醒"),
        MEASURE("改进措施通知"),
        MEASURE_REMINDER("改进措施提醒");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private final ReviewStore reviews;
    private final Measures measures;
    private final Telling telling;
    private final SentLog sentLog;
    private final Directory people;

    ReviewNoticeEffect(
            ReviewStore reviews,
            Measures measures,
            Telling telling,
            SentLog sentLog,
            Directory people) {
        this.reviews = reviews;
        this.measures = measures;
        this.telling = telling;
        this.sentLog = sentLog;
        this.people = people;
    }

    static String subject(Kind kind, UserId recipient, int turn) {
        return "%s/%s/%d".formatted(kind, recipient, turn);
    }

    static String page(String reviewKey) {
        return "/m/reviews/" + reviewKey;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "复盘消息";
    }

    @Override
    public String what(String businessKey, String subject) {
        return kind(subject).label;
    }

    @Override
    public List<UserId> recipients(String businessKey, String subject) {
        return List.of(UserId.of(part(subject, 1)));
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var key = key(businessKey, subject);
        if (sentLog.claim(key)) {
            if (isWorthTelling(businessKey, subject)) {
                var text = text(businessKey, subject);
                var to = recipients(businessKey, subject);
                telling.tell(to, text.title(), text.body(), page(businessKey));
            }
            sentLog.sent(key, "");
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        if (!isWorthTelling(businessKey, subject)
                || sentLog.reference(key(businessKey, subject)).isPresent()) {
            return Optional.empty();
        }
        var text = text(businessKey, subject);
        var to = people.name(recipients(businessKey, subject).get(0));
        return Optional.of(
                ByHand.of(
                        "给%s发%s".formatted(to, kind(subject).label),
                        "请在企业微信中给 %s 发送下面这条消息。".formatted(to),
                        String.join(
                                "\n",
                                text.title(),
                                text.body(),
                                telling.link(page(businessKey)).toString())));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (sentLog.claim(key(businessKey, subject))) {
            sentLog.sent(key(businessKey, subject), "");
        }
    }

    /** Not any more when what it asks for is done, or another time was chosen meanwhile. */
    private boolean isWorthTelling(String businessKey, String subject) {
        var review = reviews.find(businessKey).orElseThrow();
        return switch (kind(subject)) {
            case MEASURE, MEASURE_REMINDER ->
                    measures.get(businessKey, turn(subject)).done().isEmpty();
            case INVITATION, MOVED -> !review.isConcluded() && review.revision() == turn(subject);
            case CONCLUDE, CONCLUDE_REMINDER -> !review.isConcluded();
        };
    }

    private Text text(String businessKey, String subject) {
        var review = reviews.find(businessKey).orElseThrow();
        return switch (kind(subject)) {
            case INVITATION -> ReviewTexts.invitation(review, people);
            case MOVED -> ReviewTexts.moved(review, people);
            case CONCLUDE -> ReviewTexts.conclude(review);
            case CONCLUDE_REMINDER -> ReviewTexts.concludeReminder(review);
            case MEASURE -> ReviewTexts.measure(review, measures.get(businessKey, turn(subject)));
            case MEASURE_REMINDER ->
                    ReviewTexts.measureReminder(review, measures.get(businessKey, turn(subject)));
        };
    }

    private static String key(String businessKey, String subject) {
        return "%s/%s/%s".formatted(NAME, businessKey, subject);
    }

    private static Kind kind(String subject) {
        return Kind.valueOf(part(subject, 0));
    }

    private static int turn(String subject) {
        return Integer.parseInt(part(subject, 2));
    }

    private static String part(String subject, int index) {
        return subject.split("/", 3)[index];
    }
}
