package io.issueloop.issue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A description as the keyword table reads it: width and case folded (ＢＵＧ, Bug → bug), one space
 * around every Latin word so that the table can ask for whole words with {@code contains(?, " bug
 * ")} and does not find them in "debugger" (kpi.md §8).
 */
public final class KeywordText {

    private static final Pattern LATIN_WORD = Pattern.compile("[a-z0-9_]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private KeywordText() {}

    /** The folded text; empty for an empty description. */
    public static String of(String description) {
        var folded =
                Normalizer.normalize(description, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var spaced = LATIN_WORD.matcher(folded).replaceAll(" $0 ");
        return SPACES.matcher(spaced).replaceAll(" ");
    }
}
