package io.issueloop.wecom;

import feign.Headers;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Application messages and interactive cards. */
@Headers("Content-Type: application/json")
interface MessageApi {

    /** WeCom page 90236. */
    @RequestLine("POST /cgi-bin/message/send")
    Sent send(Outgoing message);

    /** WeCom page 94888. */
    @RequestLine("POST /cgi-bin/message/update_template_card")
    Updated update(Update update);

    /** WeCom page 94867. */
    @RequestLine("POST /cgi-bin/message/recall")
    Recalled recall(Recall recall);

    /**
     * Exactly the body that belongs to {@code msgtype}; at least one kind of receiver.
     *
     * @param touser userids, separated by {@code |}, at most 1,000
     * @param toparty departments, separated by {@code |}, at most 100
     * @param totag tags, separated by {@code |}, at most 100
     * @param duplicate_check_interval seconds, at most four hours
     */
    record Outgoing(
            @Nullable String touser,
            @Nullable String toparty,
            @Nullable String totag,
            String msgtype,
            int agentid,
            @Nullable Text text,
            @Nullable Text markdown,
            @Nullable TextCard textcard,
            @Nullable News news,
            @Nullable File file,
            @Nullable TemplateCard template_card,
            int enable_id_trans,
            int enable_duplicate_check,
            int duplicate_check_interval) {

        static Outgoing card(String touser, int agentid, TemplateCard card, int checkSeconds) {
            return new Outgoing(
                    touser,
                    null,
                    null,
                    "template_card",
                    agentid,
                    null,
                    null,
                    null,
                    null,
                    null,
                    card,
                    0,
                    1,
                    checkSeconds);
        }

        static Outgoing news(String touser, int agentid, News news, int checkSeconds) {
            return new Outgoing(
                    touser,
                    null,
                    null,
                    "news",
                    agentid,
                    null,
                    null,
                    null,
                    news,
                    null,
                    null,
                    0,
                    1,
                    checkSeconds);
        }

        static Outgoing textcard(String touser, int agentid, TextCard card, int checkSeconds) {
            return new Outgoing(
                    touser,
                    null,
                    null,
                    "textcard",
                    agentid,
                    null,
                    null,
                    card,
                    null,
                    null,
                    null,
                    0,
                    1,
                    checkSeconds);
        }
    }

    /**
     * @param content at most 2,048 bytes
     */
    record Text(String content) {}

    /**
     * @param title at most 128 characters
     * @param description at most 512 characters
     * @param btntxt at most 4 characters
     */
    record TextCard(String title, String description, String url, String btntxt) {}

    /**
     * @param articles one to eight
     */
    record News(List<Article> articles) {}

    record Article(
            String title, @Nullable String description, String url, @Nullable String picurl) {}

    record File(String media_id) {}

    /** Userids that could not be reached, separated by {@code |}, in lower case. */
    record Sent(String msgid, String invaliduser, String unlicenseduser, String response_code) {}

    /** Either the buttons become one grey word, or another card takes the place. */
    record Update(
            List<String> userids,
            int agentid,
            String response_code,
            @Nullable Replaced button,
            @Nullable TemplateCard template_card) {}

    record Replaced(String replace_name) {}

    /** Here a list, not a text as in {@link Sent}. */
    record Updated(List<String> invaliduser) {}

    record Recall(String msgid) {}

    record Recalled() {}
}
