package io.issueloop.wecom;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Somebody filled a form (page 97835): the event names the form alone, its answers are read. */
@Component
class FeedbackEvents implements EventHandler {

    private final FeedbackFormPart form;
    private final FeedbackAnswers answers;

    FeedbackEvents(FeedbackFormPart form, FeedbackAnswers answers) {
        this.form = form;
        this.answers = answers;
    }

    @Override
    public boolean handles(CallbackEvent event) {
        return event.type().equals("doc_change") && event.changeType().equals("form_complete");
    }

    @Override
    public void handle(List<CallbackEvent> events, Settlement settlement) {
        var ours = form.known();
        var filled =
                ours.isPresent()
                        && events.stream()
                                .anyMatch(event -> event.texts("FormId").contains(ours.get().id()));
        if (filled) {
            answers.read(ours.orElseThrow().id(), Instant.EPOCH);
        }
        events.forEach(settlement::done);
    }
}
