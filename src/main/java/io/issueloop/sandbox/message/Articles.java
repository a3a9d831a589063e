package io.issueloop.sandbox.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Media;
import io.issueloop.sandbox.state.Json;
import java.util.List;

/** One to eight articles: {@code news} links away, {@code mpnews} brings its text (page 90236). */
public final class Articles {

    private static final int MOST = 8;
    private static final int TITLE_BYTES = 128;
    private static final int DESCRIPTION_BYTES = 512;

    private Articles() {}

    public static ObjectNode news(Input news) {
        var shown = Json.object();
        var list = shown.putArray("articles");
        for (var article : articles(news)) {
            if (article.text("url", "").isEmpty()) {
                throw new ApiError(41010, "missing url");
            }
            var copy = titled(article);
            list.add(
                    copy.put(
                            "description",
                            Cut.firstBytes(article.text("description", ""), DESCRIPTION_BYTES)));
        }
        return shown;
    }

    static ObjectNode mpnews(Input mpnews, Media media) {
        var shown = Json.object();
        var list = shown.putArray("articles");
        for (var article : articles(mpnews)) {
            media.require(article.text("thumb_media_id"), Media.APP);
            article.text("content");
            list.add(titled(article));
        }
        return shown;
    }

    private static ObjectNode titled(Input article) {
        if (article.text("title", "").isEmpty()) {
            throw new ApiError(41016, "missing title");
        }
        return article.json()
                .deepCopy()
                .put("title", Cut.firstBytes(article.text("title"), TITLE_BYTES));
    }

    private static List<Input> articles(Input of) {
        var articles = of.requireList("articles").objects("articles", 1000);
        if (articles.size() > MOST) {
            throw new ApiError(45008, "article size out of limit");
        }
        return articles;
    }
}
