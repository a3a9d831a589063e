package io.issueloop.knowledge;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.ByHand.Reference;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.shared.Refused;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The solution document a person writes in place of the application; pure functions. */
final class HandDocument {

    private static final int MAX_LINK = 1000;

    private HandDocument() {}

    /**
     * @param url of the document there is already
     */
    static ByHand of(Issue issue, Optional<String> url, String readers, Directory people) {
        var body =
                SolutionText.of(issue, people).stream()
                        .map(one -> one.heading() ? "【%s】".formatted(one.text()) : one.text())
                        .collect(Collectors.joining("\n"));
        var instructions =
                url.isPresent()
                        ? "请打开第一行的文档，把正文改为其后的内容；若另建了文档，请填写新的链接。"
                        : "请新建微文档，第一行作标题，其余作正文；分享给 " + readers + "（仅阅读），并在下面填写文档链接。";
        var first = url.map(known -> known + "\n").orElse("");
        return ByHand.of(
                        (url.isPresent() ? "更新 " : "编写 ") + issue.no() + " 的解决方案文档",
                        instructions,
                        first + SolutionText.title(issue) + "\n" + body)
                .asking(url.isPresent() ? Reference.OPTIONAL : Reference.REQUIRED);
    }

    /**
     * @throws Refused when it is no address of a page
     */
    static String link(String entered) {
        try {
            var link = URI.create(entered);
            if (Set.of("http", "https").contains(String.valueOf(link.getScheme()))
                    && link.getHost() != null
                    && entered.length() <= MAX_LINK) {
                return entered;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // refused below
        }
        throw new Refused("请填写文档的链接，以 https:// 开头");
    }
}
