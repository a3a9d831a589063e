package io.issueloop.wecom;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of the application. Only for one whose visible range is the root department; members only,
 * and nothing said in them can be received.
 */
@Headers("Content-Type: application/json")
interface AppChatApi {

    /** The group shows up with its first message. 1,000 a day. WeCom page 90245. */
    @RequestLine("POST /cgi-bin/appchat/create")
    Created create(Create create);

    /** WeCom page 98913. */
    @RequestLine("POST /cgi-bin/appchat/update")
    Done update(Update update);

    /** Section 应用发送消息到群聊会话, 获取群聊会话. */
    @RequestLine("GET /cgi-bin/appchat/get?chatid={chatid}")
    Found get(@Param("chatid") String chatid);

    /** No template cards, and no check for duplicates. WeCom page 90248. */
    @RequestLine("POST /cgi-bin/appchat/send")
    Done send(Outgoing message);

    /**
     * @param name at most 50 characters
     * @param userlist 2 to 2,000 members, the owner among them
     * @param chatid at most 32 letters and digits; absent: WeCom makes one up
     */
    record Create(String name, String owner, List<String> userlist, @Nullable String chatid) {}

    record Created(String chatid) {}

    /** Absent fields stay; a new owner is required where the old one is removed. */
    record Update(
            String chatid,
            @Nullable String name,
            @Nullable String owner,
            @Nullable List<String> add_user_list,
            @Nullable List<String> del_user_list) {}

    record Found(@Nullable Chat chat_info) {}

    record Chat(String chatid, String name, String owner, List<String> userlist, int chat_type) {}

    /** Exactly the body that belongs to {@code msgtype}. */
    record Outgoing(
            String chatid,
            String msgtype,
            @Nullable Text text,
            @Nullable Markdown markdown,
            @Nullable TextCard textcard,
            int safe) {

        static Outgoing text(String chatid, String content, List<String> mentioned) {
            var text = new Text(content, mentioned.isEmpty() ? null : mentioned);
            return new Outgoing(chatid, "text", text, null, null, 0);
        }

        static Outgoing markdown(String chatid, String content) {
            return new Outgoing(chatid, "markdown", null, new Markdown(content), null, 0);
        }

        static Outgoing textcard(String chatid, TextCard card) {
            return new Outgoing(chatid, "textcard", null, null, card, 0);
        }
    }

    /**
     * @param content at most 2,048 bytes
     * @param mentioned_list userids, or {@code @all}
     */
    record Text(String content, @Nullable List<String> mentioned_list) {}

    record Markdown(String content) {}

    /**
     * @param title at most 128 characters
     * @param description at most 512 characters
     * @param btntxt at most 4 characters
     */
    record TextCard(String title, String description, String url, String btntxt) {}

    record Done() {}
}
