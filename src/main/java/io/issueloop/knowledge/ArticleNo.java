package io.issueloop.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The number of an article, e.g. {@code KB-20261122-0007}: date of writing in Asia/Shanghai. */
public record ArticleNo(String value) {

    private static final Pattern FORMAT = Pattern.compile("KB-\\d{8}-\\d{4,}");

    /**
     * @throws IllegalArgumentException when the text is not an article's number
     */
    public ArticleNo {
        if (!isArticleNo(value)) {
            throw new IllegalArgumentException("not an article number: " + value);
        }
    }

    public static boolean isArticleNo(String text) {
        return FORMAT.matcher(text).matches();
    }

    /**
     * @throws IllegalArgumentException when the text is not an article's number
     */
    public static ArticleNo of(String text) {
        return new ArticleNo(text);
    }

    static ArticleNo of(LocalDate day, long serial) {
        return new ArticleNo(
                "KB-%s-%04d".formatted(DateTimeFormatter.BASIC_ISO_DATE.format(day), serial));
    }

    @Override
    public String toString() {
        return value;
    }
}
