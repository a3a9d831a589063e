package io.issueloop.pilot;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody said.
 *
 * @param key unique for ever: the same answer read twice is one
 * @param by empty: anonymous
 * @param stars 1–5
 * @param at UTC
 */
public record Feedback(
        Source source, String key, Optional<UserId> by, int stars, Words words, Instant at) {

    private static final int LONGEST = 1000;

    /** Where it came from: the form in WeCom or our own page. */
    public enum Source {
        FORM,
        PAGE
    }

    /** 最有用的, 最不方便的, 建议; each may be empty. */
    public record Words(String mostUseful, String leastHandy, String advice) {

        /** In the order of the form. */
        List<String> all() {
            return List.of(mostUseful, leastHandy, advice);
        }
    }

    /**
     * @throws Refused when it is not complete or too long
     */
    public Feedback {
        if (stars < 1 || stars > 5) {
            throw new Refused("请选择满意度：1–5 星");
        }
        if (words.all().stream().anyMatch(text -> text.length() > LONGEST)) {
            throw new Refused("每一项最多 %d 字，请精简".formatted(LONGEST));
        }
    }
}
