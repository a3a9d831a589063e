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

    /** Members can answer all but the notices; each kind has its own parts. WeCom page 90236. */
    sealed interface TemplateCard permits Card, NewsNotice, Vote, Multiple {
        String card_type();
    }

    /**
     * @param card_type text_notice or button_interaction
     * @param horizontal_content_list at most six
     * @param task_id unique for ever; required wherever there is something to press
     * @param button_list at most six
     * @param replace_text greys the buttons; in updates only
     */
    record Card(
            String card_type,
            Title main_title,
            @Nullable String sub_title_text,
            List<Line> horizontal_content_list,
            @Nullable Action card_action,
            @Nullable String task_id,
            @Nullable Selection button_selection,
            @Nullable List<Button> button_list,
            @Nullable String replace_text)
            implements TemplateCard {}

    /**
     * @param card_type news_notice
     */
    record NewsNotice(
            String card_type,
            Title main_title,
            Image card_image,
            List<Line> horizontal_content_list,
            List<Jump> jump_list,
            Action card_action)
            implements TemplateCard {}

    /**
     * @param card_type vote_interaction
     */
    record Vote(
            String card_type,
            Title main_title,
            Checkbox checkbox,
            Submit submit_button,
            @Nullable Action card_action,
            @Nullable String task_id,
            @Nullable String replace_text)
            implements TemplateCard {}

    /**
     * @param card_type multiple_interaction
     * @param select_list one to three
     */
    record Multiple(
            String card_type,
            Title main_title,
            List<Selection> select_list,
            Submit submit_button,
            @Nullable Action card_action,
            @Nullable String task_id,
            @Nullable String replace_text)
            implements TemplateCard {}

    record Title(String title, String desc) {}

    /**
     * @param type absent for text, 3 for a member
     */
    record Line(String keyname, String value, @Nullable Integer type, @Nullable String userid) {}

    /**
     * @param aspect_ratio 1.3 to 2.25
     */
    record Image(String url, @Nullable Double aspect_ratio) {}

    /**
     * @param type 1: a page
     */
    record Jump(int type, String title, String url) {}

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
     * @param mode 0: one, 1: several
     * @param option_list one to twenty
     */
    record Checkbox(String question_key, int mode, List<Choice> option_list) {}

    record Choice(String id, String text, boolean is_checked) {}

    record Submit(String text, String key) {}

    /**
     * @param type 0 calls back, 1 opens the page
     */
    record Button(String text, int style, @Nullable String key, int type, @Nullable String url) {}

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
