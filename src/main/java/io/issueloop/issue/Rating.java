package io.issueloop.issue;

import io.issueloop.shared.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a reporter says of a solution.
 *
 * @param stars 1–5; empty where none were given
 * @param comment at most 2,000 characters; may be empty
 */
record Rating(Optional<Integer> stars, String comment) {

    private static final int MAX_COMMENT = 2000;
    private static final int MOST = 5;

    /**
     * @throws Refused when the stars or the length are not possible
     */
    Rating {
        if (stars.filter(given -> given < 1 || given > MOST).isPresent()) {
            throw new Refused("评分为 1 至 5 星");
        }
        if (comment.codePointCount(0, comment.length()) > MAX_COMMENT) {
            throw new Refused("评语最多 %d 字，请精简".formatted(MAX_COMMENT));
        }
    }

    Map<String, Object> payload() {
        var payload = new HashMap<String, Object>(Map.of("comment", comment));
        stars.ifPresent(given -> payload.put("stars", given));
        return payload;
    }
}
