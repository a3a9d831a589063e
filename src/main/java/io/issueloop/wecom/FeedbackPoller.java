package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Modes;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Answers of the feedback form whose callback was lost. */
@Component
class FeedbackPoller implements Poller {

    private static final int RARER = 10;

    private final FeedbackFormPart form;
    private final FeedbackAnswers answers;
    private final Modes modes;

    FeedbackPoller(FeedbackFormPart form, FeedbackAnswers answers, Modes modes) {
        this.form = form;
        this.answers = answers;
        this.modes = modes;
    }

    @Override
    public String kind() {
        return "feedback";
    }

    @Override
    public String label() {
        return "试用反馈";
    }

    @Override
    public Duration interval(Duration usual) {
        return usual.multipliedBy(RARER);
    }

    @Override
    public boolean isReady() {
        return modes.isAuto(Capability.FORM) && form.known().isPresent();
    }

    @Override
    public Instant poll(Instant since) {
        return form.known().map(known -> answers.read(known.id(), since)).orElse(since);
    }
}
