package io.issueloop.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Forms (收集表). A filled form is found by its chain: form_complete names the form, the form its
 * rounds, a round its answers.
 */
@Headers("Content-Type: application/json")
interface FormApi {

    int ANSWERS_PER_CALL = 100;

    /** {@code req_type} of {@link Ask}. */
    int COUNTS = 1;

    int SUBMITTED = 2;
    int NOT_SUBMITTED = 3;

    /** {@code reply_type} of a question. */
    int TEXT = 1;

    int SINGLE = 2;
    int MULTIPLE = 3;

    /** WeCom page 97462. */
    @RequestLine("POST /cgi-bin/wedoc/create_form")
    Created create(Create create);

    /** Section 收集表, 编辑收集表. */
    @RequestLine("POST /cgi-bin/wedoc/modify_form")
    Done modify(Modify modify);

    /** Section 收集表, 获取收集表信息. */
    @RequestLine("POST /cgi-bin/wedoc/get_form_info")
    Found info(Which which);

    /** WeCom page 97818. */
    @RequestLine("POST /cgi-bin/wedoc/get_form_statistic")
    Statistic statistic(Ask ask);

    /** At most {@link #ANSWERS_PER_CALL}. Section 收集表, 读取收集表答案. */
    @RequestLine("POST /cgi-bin/wedoc/get_form_answer")
    Answered answers(WhichAnswers which);

    /** A place in the drive, both or none. */
    record Create(@Nullable String spaceid, @Nullable String fatherid, Form form_info) {}

    record Created(String formid) {}

    /**
     * @param oper 1: the whole form, 2: its settings
     */
    record Modify(int oper, String formid, Form form_info) {}

    record Form(
            @Nullable String formid,
            String form_title,
            @Nullable String form_desc,
            @Nullable String form_header,
            @Nullable Questions form_question,
            @Nullable Setting form_setting,
            @Nullable List<String> repeated_id) {}

    /**
     * @param items at most 200
     */
    record Questions(List<Question> items) {}

    /**
     * @param question_id from 1
     * @param status 1: there, 2: deleted
     */
    record Question(
            int question_id,
            String title,
            int pos,
            int status,
            int reply_type,
            boolean must_reply,
            @Nullable String note,
            @Nullable List<Option> option_item,
            @Nullable String placeholder,
            @Nullable Map<String, Object> question_extend_setting) {}

    record Option(int key, String value, int status) {}

    /**
     * @param fill_out_auth 0: everybody, 1: whom fill_in_range names, 4: of a school alone
     * @param timed_finish seconds since 1970; 0: never
     */
    record Setting(
            int fill_out_auth,
            @Nullable Range fill_in_range,
            @Nullable Range setting_manager_range,
            @Nullable Repetition timed_repeat_info,
            boolean allow_multi_fill,
            long timed_finish,
            boolean can_anonymous,
            boolean can_notify_submit) {}

    record Range(@Nullable List<String> userids, @Nullable List<Long> departmentids) {}

    /**
     * @param repeat_type 0: weekly, 1: daily, 2: monthly
     * @param week_flag one bit a day
     * @param remind_time seconds since 1970
     */
    record Repetition(
            boolean enable,
            int repeat_type,
            int week_flag,
            long remind_time,
            boolean skip_holiday,
            int day_of_month,
            int fork_finish_type) {}

    record Which(String formid) {}

    record Found(@Nullable Form form_info) {}

    /**
     * @param req_type {@link #COUNTS}, {@link #SUBMITTED} or {@link #NOT_SUBMITTED}
     * @param start_time seconds since 1970; with end_time required for {@link #SUBMITTED}
     * @param limit at most 10,000
     */
    record Ask(
            String repeated_id,
            int req_type,
            @Nullable Long start_time,
            @Nullable Long end_time,
            @Nullable Integer limit,
            @Nullable Long cursor) {}

    record Statistic(
            long fill_cnt,
            long fill_user_cnt,
            long unfill_user_cnt,
            List<Submission> submit_users,
            List<Member> unfill_users,
            boolean has_more,
            long cursor) {}

    /** Anonymous ones name nobody. */
    record Submission(
            String userid,
            String tmp_external_userid,
            long submit_time,
            long answer_id,
            String user_name) {}

    record Member(String userid, String user_name) {}

    record WhichAnswers(String repeated_id, List<Long> answer_ids) {}

    record Answered(@Nullable Answers answer) {}

    record Answers(List<Answer> answer_list) {}

    /**
     * @param ctime seconds since 1970
     * @param answer_status 1: valid, 3: deleted
     */
    record Answer(
            long answer_id,
            String user_name,
            String userid,
            String tmp_external_userid,
            long ctime,
            long mtime,
            @Nullable Reply reply,
            int answer_status) {}

    record Reply(List<ReplyItem> items) {}

    record ReplyItem(
            int question_id,
            String text_reply,
            List<Integer> option_reply,
            @Nullable JsonNode option_extend_reply,
            @Nullable JsonNode file_extend_reply,
            @Nullable JsonNode department_reply,
            @Nullable JsonNode member_reply,
            @Nullable JsonNode duration_reply) {}

    record Done() {}
}
