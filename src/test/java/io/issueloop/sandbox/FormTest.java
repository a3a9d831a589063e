package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

    private static final String QUESTIONS =
            """
            "form_title":"满意度","form_desc":"每题必答","form_question":{"items":[
             {"question_id":1,"title":"结果如何","pos":1,"status":1,"reply_type":2,"must_reply":true,
              "option_item":[{"key":1,"value":"好","status":1},{"key":2,"value":"不好","status":1}]},
             {"question_id":2,"title":"说明","pos":2,"status":1,"reply_type":1,"must_reply":false}]}
            """;
    private static RunningSandbox wecom;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @Test
    void anAnswerIsFoundAlongTheWholeChain() {
        var form =
                create(
                        "\"fill_out_auth\":1,\"fill_in_range\":{\"userids\":[\"lixue\",\"zhangwei\"]}");
        fill(form, "lixue", "{\"1\":1,\"2\":\"很快\"}");
        var callback = wecom.people("GET", "callbacks", "").path("callbacks");
        assertThat(callback.path(callback.size() - 1).path("xml").asText())
                .contains("<Event><![CDATA[doc_change]]></Event>")
                .contains("<ChangeType><![CDATA[form_complete]]></ChangeType>")
                .contains("<FormId><![CDATA[" + form + "]]></FormId>");
        var period = period(form);
        var stats = statistic(period, "\"req_type\":1");
        assertThat(stats.path("fill_cnt").asInt()).isEqualTo(1);
        assertThat(stats.path("unfill_user_cnt").asInt()).isEqualTo(1);
        assertThat(statistic(period, "\"req_type\":3").at("/unfill_users/0/userid").asText())
                .isEqualTo("zhangwei");
        var sent =
                statistic(
                        period,
                        "\"req_type\":2,\"start_time\":1,\"end_time\":99999999999,\"limit\":10");
        assertThat(sent.at("/submit_users/0/user_name").asText()).isEqualTo("李雪");
        var answer = answer(period, sent.at("/submit_users/0/answer_id").asInt());
        assertThat(answer.at("/reply/items/0/option_reply/0").asInt()).isEqualTo(1);
        assertThat(answer.at("/reply/items/1/text_reply").asText()).isEqualTo("很快");
    }

    @Test
    void anAnonymousAnswerNamesNobodyAnywhere() {
        var form = create("\"can_anonymous\":true");
        wecom.people("DELETE", "journal", "");
        var path = "forms/" + form + "/answers";
        wecom.people(
                "POST", path, "{\"userid\":\"huanglei\",\"anonymous\":true,\"replies\":{\"1\":2}}");
        var sent =
                statistic(period(form), "\"req_type\":2,\"start_time\":1,\"end_time\":99999999999");
        var answer = answer(period(form), sent.at("/submit_users/0/answer_id").asInt());
        assertThat(sent.toString() + answer).doesNotContain("huanglei", "黄蕾");
        assertThat(wecom.people("GET", "callbacks", "").toString())
                .contains(form)
                .doesNotContain("huanglei");
        assertThat(refusal(form, "huanglei", "{\"1\":2}")).contains("已经填写过");
    }

    @Test
    void aFormThatRepeatsKeepsEveryPeriodAndItsAnswers() {
        var form =
                create(
                        "\"timed_repeat_info\":{\"enable\":true,\"repeat_type\":1,\"remind_time\":1600000000}");
        fill(form, "lixue", "{\"1\":1}");
        wecom.moveClock("PT48H");
        var periods = info(form).at("/form_info/repeated_id");
        assertThat(periods).hasSize(3);
        assertThat(statistic(periods.path(0).asText(), "\"req_type\":1").path("fill_cnt").asInt())
                .isEqualTo(1);
        fill(form, "lixue", "{\"1\":1}");
        assertThat(statistic(periods.path(2).asText(), "\"req_type\":1").path("fill_cnt").asInt())
                .isEqualTo(1);
        assertThat(info(form).at("/form_info/repeated_id")).isEqualTo(periods);
        wecom.moveClock("PT0S");
    }

    @Test
    void onlyWhatTheQuestionsAllowIsTaken() {
        var form = create("\"fill_out_auth\":1,\"fill_in_range\":{\"departmentids\":[2]}");
        assertThat(refusal(form, "lixue", "{}")).contains("「结果如何」必须填写");
        assertThat(refusal(form, "lixue", "{\"1\":7}")).contains("选项");
        assertThat(refusal(form, "zhaomin", "{\"1\":1}")).contains("不在");
        fill(form, "zhangwei", "{\"1\":[1]}");
        assertThat(refusal(form, "zhangwei", "{\"1\":1}")).contains("已经填写过");
    }

    @Test
    void aFormIsChangedClosedRenamedAndDeleted() {
        var form = create("\"allow_multi_fill\":true");
        var settings =
                "{\"oper\":2,\"formid\":\"%s\",\"form_info\":{\"form_setting\":{\"timed_finish\":%d}}}"
                        .formatted(form, Instant.now().getEpochSecond() + 60);
        assertThat(wecom.api("wedoc/modify_form", settings).path("errcode").asInt()).isZero();
        wecom.moveClock("PT2M");
        assertThat(refusal(form, "lixue", "{\"1\":1}")).contains("停止");
        wecom.moveClock("PT0S");
        wecom.api("wedoc/rename_doc", "{\"formid\":\"" + form + "\",\"new_name\":\"新名\"}");
        assertThat(info(form).at("/form_info/form_title").asText()).isEqualTo("新名");
        assertThat(
                        wecom.api("wedoc/doc_share", "{\"formid\":\"" + form + "\"}")
                                .path("share_url")
                                .asText())
                .contains(form);
        wecom.api("wedoc/del_doc", "{\"formid\":\"" + form + "\"}");
        assertThat(info(form).path("errcode").asInt()).isEqualTo(710003);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create_form | {'form_info':{'form_title':'x'}} | 40058",
                "create_form | {'form_info':{'form_question':{'items':[Q]}}} | 40058",
                "create_form | {'form_info':{'form_title':'x','form_question':{'items':[]}}} | 40058",
                "create_form | {'form_info':{'form_title':'x','form_question':{'items':[Q,Q]}}} | 40058",
                "create_form | {'form_info':{'form_title':'x','form_question':{'items':[{'question_id':1,'title':'a','pos':1,'status':1,'reply_type':4}]}}} | 40058",
                "create_form | {'form_info':{'form_title':'x','form_question':{'items':[{'question_id':1,'title':'a','pos':1,'status':1,'reply_type':2}]}}} | 40058",
                "create_form | {'form_info':{'form_title':'x','form_question':{'items':[Q]},'form_setting':{'fill_out_auth':1}}} | 40058",
                "create_form | {'form_info':{'form_title':'x','form_question':{'items':[Q]},'form_setting':{'fill_out_auth':2}}} | 40058",
                "create_form | {'form_info':{'form_title':'x','form_question':{'items':[Q]},'form_setting':{'fill_out_auth':1,'fill_in_range':{'userids':['nobody']}}}} | 60111",
                "create_form | {'form_info':{'form_title':'x','form_question':{'items':[Q]},'form_setting':{'fill_out_auth':1,'fill_in_range':{'departmentids':[77]}}}} | 60123",
                "create_form | {'form_info':{'form_title':'x','form_question':{'items':[Q]},'form_setting':{'timed_finish':1}}} | 40058",
                "create_form | {'form_info':{'form_title':'x','form_question':{'items':[Q]},'form_setting':{'allow_multi_fill':'yes'}}} | 40058",
                "create_form | {'form_info':{'form_title':'x','form_question':{'items':[Q]}},'spaceid':'s'} | 40058",
                "modify_form | {'oper':3,'formid':'none','form_info':{}} | 710003",
                "get_form_info | {'formid':'none'} | 710003",
                "get_form_statistic | {'repeated_id':'none','req_type':1} | 40058",
                "get_form_answer | {'repeated_id':'none','answer_ids':[1]} | 40058",
            })
    void aWrongRequestIsRefused(String path, String json, int errcode) {
        var question = "{'question_id':1,'title':'a','pos':1,'status':1,'reply_type':1}";
        var body = json.replace("Q", question).replace('\'', '"');
        assertThat(wecom.api("wedoc/" + path, body).path("errcode").asInt()).isEqualTo(errcode);
    }

    private static String create(String setting) {
        var body = "{\"form_info\":{%s,\"form_setting\":{%s}}}".formatted(QUESTIONS, setting);
        return wecom.api("wedoc/create_form", body).path("formid").asText();
    }

    private static void fill(String form, String userid, String replies) {
        var body = "{\"userid\":\"%s\",\"replies\":%s}".formatted(userid, replies);
        var answer = wecom.people("POST", "forms/" + form + "/answers", body);
        assertThat(answer.has("error")).as(answer.toString()).isFalse();
    }

    private static String refusal(String form, String userid, String replies) {
        var body = "{\"userid\":\"%s\",\"replies\":%s}".formatted(userid, replies);
        return wecom.people("POST", "forms/" + form + "/answers", body).path("error").asText();
    }

    private static JsonNode info(String form) {
        return wecom.api("wedoc/get_form_info", "{\"formid\":\"" + form + "\"}");
    }

    private static String period(String form) {
        return info(form).at("/form_info/repeated_id/0").asText();
    }

    private static JsonNode statistic(String period, String more) {
        return wecom.api(
                "wedoc/get_form_statistic", "{\"repeated_id\":\"%s\",%s}".formatted(period, more));
    }

    private static JsonNode answer(String period, int id) {
        return wecom.api(
                        "wedoc/get_form_answer",
                        "{\"repeated_id\":\"%s\",\"answer_ids\":[%d]}".formatted(period, id))
                .at("/answer/answer_list/0");
    }
}
