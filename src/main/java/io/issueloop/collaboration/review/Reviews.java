package io.issueloop.collaboration.review;

import io.issueloop.collaboration.review.Review.AgendaItem;
import io.issueloop.collaboration.review.Review.Conclusion;
import io.issueloop.collaboration.review.Review.Done;
import io.issueloop.collaboration.review.Review.Measure;
import io.issueloop.collaboration.review.ReviewLog.What;
import io.issueloop.collaboration.review.ReviewProcess.Timing;
import io.issueloop.directory.Directory;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reviews as they are, and the rules for changing them; called by the process and the pages. */
@Service
@Transactional
public class Reviews {

    private static final int MAX_TEXT = 2000;

    private final ReviewStore reviews;
    private final Measures measures;
    private final ReviewRights rights;
    private final ReviewTimes times;
    private final ReviewLog log;
    private final ReviewProcess process;
    private final ReviewNotices notices;
    private final Directory directory;
    private final Clock clock;

    Reviews(
            ReviewStore reviews,
            Measures measures,
            ReviewRights rights,
            ReviewTimes times,
            ReviewLog log,
            ReviewProcess process,
            ReviewNotices notices,
            Directory directory,
            Clock clock) {
        this.reviews = reviews;
        this.measures = measures;
        this.rights = rights;
        this.times = times;
        this.log = log;
        this.process = process;
        this.notices = notices;
        this.directory = directory;
        this.clock = clock;
    }

    /** Arranges it and starts its process; nothing happens when there is one with this key. */
    void arrange(Review review, Optional<String> period, List<AgendaItem> agenda) {
        if (reviews.add(review, period)) {
            reviews.addAgenda(review.key(), agenda);
            log.append(
                    review,
                    What.SCHEDULED,
                    UserId.SYSTEM,
                    Map.of("startsAt", review.startsAt().toString(), "reason", review.reason()));
            process.start(review, timing(review.startsAt()));
        }
    }

    /** 创建会议: it is booked and everybody invited. */
    public void book(String key) {
        notices.invite(get(key));
    }

    /**
     * The lead chooses another time; meeting and process follow.
     *
     * @throws Refused when it is not the lead, or the time is none to meet
     */
    public void move(String key, UserId actor, Instant startsAt) {
        var review = lock(key);
        rights.requireLead(review, actor, "只有主持人可以改期");
        if (review.isConcluded() || !review.startsAt().isAfter(clock.instant())) {
            throw new Refused("复盘会已经开始或结束，不能再改期");
        }
        times.check(startsAt);
        reviews.move(key, startsAt);
        var payload = Map.<String, Object>of("startsAt", startsAt.toString());
        log.append(review, What.MOVED, actor, rights.named(payload, actor, review.lead()));
        process.moved(key, timing(startsAt));
        notices.moved(get(key));
    }

    /**
     * 记录结论: keeps what was agreed and answers how many improvements there are.
     *
     * @param lines one improvement a line: what；who；by when; may be empty
     */
    public int conclude(String key, UserId actor, String conclusions, String lines) {
        var review = lock(key);
        rights.requireLead(review, actor, "只有主持人可以记录结论");
        if (conclusions.isBlank() || conclusions.length() > MAX_TEXT) {
            throw new Refused("请填写复盘结论，最多 %d 字".formatted(MAX_TEXT));
        }
        var agreed = MeasureLines.read(lines, directory, times.today());
        var conclusion = new Conclusion(conclusions.strip(), actor, clock.instant());
        if (!reviews.conclude(key, conclusion)) {
            throw new Refused("复盘结论已由他人记录，请刷新查看");
        }
        measures.add(key, agreed);
        var titles = agreed.stream().map(Measure::title).toList();
        var payload = Map.<String, Object>of("conclusions", conclusion.text(), "measures", titles);
        log.append(review, What.CONCLUDED, actor, rights.named(payload, actor, review.lead()));
        return agreed.size();
    }

    /** 落实改进措施: its owner, or the lead in their place, says what was done. */
    public void done(String key, int number, UserId actor, String note) {
        var review = get(key);
        var measure = measures.get(key, number);
        rights.requireOwner(review, measure, actor);
        if (note.isBlank() || note.length() > MAX_TEXT) {
            throw new Refused("请说明做了什么，最多 %d 字".formatted(MAX_TEXT));
        }
        if (!measures.done(key, number, new Done(actor, clock.instant(), note.strip()))) {
            throw new Refused("这项措施已经完成，请刷新查看");
        }
        log.append(
                review,
                What.MEASURE_DONE,
                actor,
                rights.named(
                        Map.of("title", measure.title(), "note", note.strip()),
                        actor,
                        measure.owner()));
    }

    /**
     * Until the transaction ends nobody else changes it, nor one of its improvements: their steps
     * in the engine hang together.
     *
     * @throws IllegalArgumentException when there is none with this key
     */
    Review lock(String key) {
        return reviews.lock(key)
                .orElseThrow(() -> new IllegalArgumentException("no review " + key));
    }

    public Optional<Review> find(String key) {
        return reviews.find(key);
    }

    /**
     * @throws IllegalArgumentException when there is none with this key
     */
    public Review get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no review " + key));
    }

    public List<AgendaItem> agenda(String key) {
        return reviews.agenda(key);
    }

    public List<Measure> measures(String key) {
        return measures.of(key);
    }

    /**
     * @throws IllegalArgumentException when there is none with this number
     */
    public Measure measure(String key, int number) {
        return measures.get(key, number);
    }

    /**
     * What a review is about, as plain text of at most 500 characters, for the head of its form.
     */
    public String summary(String key) {
        return ReviewTexts.summary(get(key), agenda(key));
    }

    /** Whether this person leads it: the lead, one above, or who acts for one of them. */
    public boolean mayLead(Review review, UserId actor) {
        return rights.mayLead(review, actor);
    }

    private Timing timing(Instant startsAt) {
        var end = startsAt.plus(Review.LENGTH);
        return new Timing(end, times.remindOfConclusions(end));
    }
}
