package io.issueloop.knowledge;

import io.issueloop.shared.Refused;
import java.util.List;

/**
 * What an article says, already known to be well-formed.
 *
 * @param title 1–80 characters
 * @param problem each of the four parts 1–2,000 characters
 * @param tags at most five words of at most 16 characters
 */
public record ArticleText(
        String title,
        String problem,
        String cause,
        String solution,
        String verification,
        List<String> tags) {

    static final int MAX_TITLE = 80;
    static final int MAX_PART = 2000;
    private static final int MAX_TAGS = 5;
    private static final int MAX_TAG = 16;

    /**
     * @throws Refused with the Chinese reason
     */
    public ArticleText {
        title = required("标题", title, MAX_TITLE);
        problem = required("问题", problem, MAX_PART);
        cause = required("原因", cause, MAX_PART);
        solution = required("方案", solution, MAX_PART);
        verification = required("验证", verification, MAX_PART);
        tags =
                tags.stream()
                        .map(tag -> tag.strip().replaceAll("\\s+", "-"))
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
        if (tags.size() > MAX_TAGS
                || tags.stream().anyMatch(tag -> tag.codePointCount(0, tag.length()) > MAX_TAG)) {
            throw new Refused("标签最多 %d 个，每个最多 %d 字".formatted(MAX_TAGS, MAX_TAG));
        }
    }

    private static String required(String name, String text, int most) {
        var stripped = text.strip();
        var length = stripped.codePointCount(0, stripped.length());
        if (length == 0) {
            throw new Refused("请填写" + name);
        }
        if (length > most) {
            throw new Refused("%s最多 %d 字，现在有 %d 字，请精简".formatted(name, most, length));
        }
        if (stripped.indexOf('\0') >= 0) {
            throw new Refused(name + "含有无法保存的字符，请删除后重试");
        }
        return stripped;
    }
}
