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
     * @param touser userids, separated by {@code |}
     * @param duplicate_check_interval seconds, at most four hours
     */
    record Outgoing(
            String touser,
            String msgtype,
            int agentid,
            @Nullable TextCard textcard,
            @Nullable Card template_card,
            int enable_id_trans,
            int enable_duplicate_check,
            int duplicate_check_interval) {}

    record TextCard(String title, String description, String url, String btntxt) {}

    record Card(
            String card_type,
            Title main_title,
            @Nullable String sub_title_text,
            List<Line> horizontal_content_list,
            @Nullable Action card_action,
            @Nullable String task_id,
            @Nullable Selection button_selection,
            @Nullable List<Button> button_list,
            @Nullable String replace_text) {}

    record Title(String title, String desc) {}

    /**
     * @param type absent for text, 3 for a member
     */
    record Line(String keyname, String value, @Nullable Integer type, @Nullable String userid) {}

    /**
     * @param type 1: a page
     */
    record Action(int type, String url) {}

    record Selection(
            String question_key,
            String title,
            List<Option> option_list,
            @Nullable String selected_id) {}

    record Option(String id, String text) {}

    /**
     * @param type 0 calls back, 1 opens the page
     */
    record Button(String text, int style, @Nullable String key, int type, @Nullable String url) {}

    /** Userids that could not be reached, separated by {@code |}, in lower case. */
    record Sent(String msgid, String invaliduser, String unlicenseduser, String response_code) {}

    record Update(List<String> userids, int agentid, String response_code, Card template_card) {}

    /** Here a list, not a text as in {@link Sent}. */
    record Updated(List<String> invaliduser) {}

    record Recall(String msgid) {}

    record Recalled() {}
}
