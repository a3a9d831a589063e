package io.issueloop.wecom;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages into a group by the robot a person put there (消息推送). The key is all it takes: there is
 * no access token. 20 messages a minute and robot. WeCom page 99110.
 */
interface WebhookApi {

    /** WeCom page 99110. */
    @RequestLine("POST /cgi-bin/webhook/send?key={key}")
    @Headers("Content-Type: application/json")
    Done send(@Param("key") String key, Outgoing message);

    /** At most 20 MB and more than 5 bytes; only this robot can send it. WeCom page 99110. */
    @RequestLine("POST /cgi-bin/webhook/upload_media?key={key}&type={type}")
    Uploaded upload(@Param("key") String key, @Param("type") String type, Multipart file);

    /**
     * Exactly the body that belongs to {@code msgtype}; cards only tell, they cannot be pressed.
     */
    record Outgoing(
            String msgtype,
            @Nullable Text text,
            @Nullable Markdown markdown,
            @Nullable Markdown markdown_v2,
            @Nullable News news,
            @Nullable File file,
            @Nullable TemplateCard template_card) {

        static Outgoing text(String content, List<String> mentioned) {
            var text = new Text(content, mentioned.isEmpty() ? null : mentioned, null);
            return new Outgoing("text", text, null, null, null, null, null);
        }

        static Outgoing markdown(String content) {
            return new Outgoing("markdown", null, new Markdown(content), null, null, null, null);
        }

        /**
         * @param card a text_notice or a news_notice
         */
        static Outgoing card(TemplateCard card) {
            if (!card.card_type().endsWith("_notice")) {
                throw new IllegalArgumentException("not for groups: " + card.card_type());
            }
            return new Outgoing("template_card", null, null, null, null, null, card);
        }
    }

    /**
     * @param content at most 2,048 bytes
     * @param mentioned_list userids, or {@code @all}
     */
    record Text(
            String content,
            @Nullable List<String> mentioned_list,
            @Nullable List<String> mentioned_mobile_list) {}

    /**
     * @param content at most 4,096 bytes
     */
    record Markdown(String content) {}

    /**
     * @param articles one to eight
     */
    record News(List<Article> articles) {}

    record Article(
            String title, @Nullable String description, String url, @Nullable String picurl) {}

    record File(String media_id) {}

    /**
     * @param created_at seconds since 1970, as text; the id lives three days
     */
    record Uploaded(String type, String media_id, String created_at) {}

    record Done() {}
}
