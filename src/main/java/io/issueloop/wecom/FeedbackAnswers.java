package io.issueloop.wecom;

import io.issueloop.pilot.Feedback;
import io.issueloop.pilot.Feedback.Source;
import io.issueloop.pilot.Feedback.Words;
import io.issueloop.pilot.Feedbacks;
import io.issueloop.wecom.FormApi.Answer;
import io.issueloop.wecom.FormApi.Ask;
import io.issueloop.wecom.FormApi.ReplyItem;
import io.issueloop.wecom.FormApi.Submission;
import io.issueloop.wecom.FormApi.Which;
import io.issueloop.wecom.FormApi.WhichAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what was filled into the feedback form: the form names its rounds, a round its submissions,
 * these their answers (pages 97818 and 收集表).
 */
@Component
class FeedbackAnswers {

    private static final Logger log = LoggerFactory.getLogger(FeedbackAnswers.class);
    private static final int PAGE = 1000;
    private static final int VALID = 1;

    /** Clocks differ, and what is submitted while we look is looked for again. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final FormApi api;
    private final Feedbacks feedbacks;
    private final Clock clock;

    FeedbackAnswers(FormApi api, Feedbacks feedbacks, Clock clock) {
        this.api = api;
        this.feedbacks = feedbacks;
        this.clock = clock;
    }

    /** Keeps every answer since then that is not known; answers when the latest was given. */
    Instant read(String formId, Instant since) {
        var latest = since;
        var info = api.info(new Which(formId)).form_info();
        var rounds = info == null ? null : info.repeated_id();
        for (var round : rounds == null ? List.<String>of() : rounds) {
            var submissions = submissions(round, since);
            for (int from = 0; from < submissions.size(); from += FormApi.ANSWERS_PER_CALL) {
                int to = Math.min(from + FormApi.ANSWERS_PER_CALL, submissions.size());
                keep(round, submissions.subList(from, to));
            }
            latest =
                    submissions.stream()
                            .map(one -> Instant.ofEpochSecond(one.submit_time()))
                            .reduce(latest, (one, other) -> one.isAfter(other) ? one : other);
        }
        return latest;
    }

    private List<Submission> submissions(String round, Instant since) {
        long from = Math.max(0, since.minus(OVERLAP).getEpochSecond());
        long to = clock.instant().plus(Duration.ofDays(1)).getEpochSecond();
        var all = new ArrayList<Submission>();
        long cursor = 0;
        for (boolean more = true; more; ) {
            var page =
                    api.statistic(
                            new Ask(
                                    round,
                                    FormApi.SUBMITTED,
                                    from,
                                    Math.max(from, to),
                                    PAGE,
                                    cursor));
            all.addAll(page.submit_users());
            more = page.has_more() && page.cursor() > cursor;
            cursor = page.cursor();
        }
        return all;
    }

    private void keep(String round, List<Submission> submissions) {
        var ids = submissions.stream().map(Submission::answer_id).toList();
        var answered = api.answers(new WhichAnswers(round, ids)).answer();
        if (answered != null) {
            answered.answer_list().stream()
                    .filter(answer -> answer.answer_status() == VALID)
                    .forEach(answer -> feedback(round, answer).ifPresent(this::keep));
        }
    }

    private void keep(Feedback feedback) {
        if (feedbacks.record(feedback)) {
            log.info("feedback {} read", feedback.key());
        }
    }

    /** Empty for an answer without stars: somebody changed the form. */
    private static Optional<Feedback> feedback(String round, Answer answer) {
        var stars =
                item(answer, FeedbackFormPart.STARS)
                        .map(ReplyItem::option_reply)
                        .filter(chosen -> chosen != null && !chosen.isEmpty())
                        .map(chosen -> chosen.get(0))
                        .filter(chosen -> chosen >= 1 && chosen <= 5);
        var words =
                new Words(
                        text(answer, FeedbackFormPart.MOST_USEFUL),
                        text(answer, FeedbackFormPart.LEAST_HANDY),
                        text(answer, FeedbackFormPart.ADVICE));
        return stars.map(
                given ->
                        new Feedback(
                                Source.FORM,
                                "form/%s/%d".formatted(round, answer.answer_id()),
                                Optional.ofNullable(answer.userid()).flatMap(Cells::userId),
                                given,
                                words,
                                Instant.ofEpochSecond(answer.ctime())));
    }

    private static String text(Answer answer, int question) {
        return item(answer, question)
                .map(ReplyItem::text_reply)
                .map((Function<String, String>) text -> WireText.cut(text, 1000))
                .orElse("");
    }

    private static Optional<ReplyItem> item(Answer answer, int question) {
        var reply = answer.reply();
        return reply == null
                ? Optional.empty()
                : reply.items().stream().filter(item -> item.question_id() == question).findFirst();
    }
}
