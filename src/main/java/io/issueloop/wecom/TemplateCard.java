package io.issueloop.wecom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cards; members can answer all but the notices; each kind has its own parts. WeCom page 90236. */
sealed interface TemplateCard {

    String card_type();

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
}
