package io.issueloop.wecom;

import io.issueloop.wecom.AppChatApi.TextCard;
import java.net.URI;

/** What a group is told when the quick entry comes to it. */
final class GroupTexts {

    private GroupTexts() {}

    /**
     * @param hint what the entry says besides; may be empty
     */
    static TextCard entry(String hint, URI page) {
        return new TextCard(
                "提交问题",
                "遇到问题，点这里提报：自动分类、指派处理人，进展随时可查。%s请长按本条消息置顶，方便大家使用。".formatted(hint),
                page.toString(),
                "去提交");
    }
}
