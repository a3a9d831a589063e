package io.issueloop.web.api;

import io.issueloop.pilot.Feedback;
import io.issueloop.pilot.Feedbacks;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The trial, as pages show it. */
final class PilotView {

    private PilotView() {}

    /**
     * @param message why not, Chinese
     * @param feedback where to say how it goes: WeCom's form or our own page
     */
    record Mine(boolean takesPart, Optional<String> message, URI feedback) {}

    record Department(long id, String name, boolean chosen) {}

    /**
     * @param departments names; none: everybody
     */
    record Change(List<String> departments, String byName, Instant at) {}

    /**
     * @param byName absent: anonymous
     */
    record Answer(
            Optional<String> byName,
            Feedback.Source source,
            int stars,
            Feedback.Words words,
            Instant at) {}

    /**
     * @param formUrl of the form in WeCom, where there is one
     */
    record Overview(
            List<Department> departments,
            List<Change> changes,
            Feedbacks.Summary summary,
            List<Answer> answers,
            Optional<URI> formUrl) {}
}
