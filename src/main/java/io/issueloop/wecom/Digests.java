package io.issueloop.wecom;

import io.issueloop.notification.Message.Digest;
import io.issueloop.wecom.MessageApi.Article;
import io.issueloop.wecom.MessageApi.News;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Several things at once as an article each: the only message with a link per line and no markup,
 * at most eight (page 90236 {@code news}).
 */
final class Digests {

    private static final int MOST = 8;
    private static final int TITLE_BYTES = 128;

    private Digests() {}

    /** The heading, the first lines, and where there are more, how many. */
    static News of(Digest digest) {
        var articles = new ArrayList<Article>();
        articles.add(article(digest.title(), digest.all()));
        var entries = digest.entries();
        int shown = entries.size() < MOST ? entries.size() : MOST - 2;
        entries.subList(0, shown)
                .forEach(entry -> articles.add(article(entry.text(), entry.link())));
        if (shown < entries.size()) {
            var rest = "还有 %d 项，点此查看全部".formatted(entries.size() - shown);
            articles.add(article(rest, digest.all()));
        }
        return new News(List.copyOf(articles));
    }

    private static Article article(String title, URI link) {
        var plain = WireText.cutBytes(WireText.withoutTags(title), TITLE_BYTES);
        return new Article(plain, null, link.toString(), null);
    }
}
