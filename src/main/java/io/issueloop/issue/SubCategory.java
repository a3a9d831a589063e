package io.issueloop.issue;

import io.issueloop.shared.Refused;
import java.util.Optional;

/** A sub category a person wrote: a word or two. */
final class SubCategory {

    private static final int LONGEST = 20;

    private SubCategory() {}

    /**
     * @throws Refused when it is longer than 20 characters
     */
    static Optional<String> read(String written) {
        var text = written.strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new Refused("子分类最多 %d 字".formatted(LONGEST));
        }
        return Optional.of(text).filter(named -> !named.isEmpty());
    }
}
