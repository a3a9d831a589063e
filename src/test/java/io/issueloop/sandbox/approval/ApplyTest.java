package io.issueloop.sandbox.approval;

import static io.issueloop.sandbox.approval.ApprovalSandbox.REASON;
import static io.issueloop.sandbox.approval.ApprovalSandbox.application;
import static io.issueloop.sandbox.approval.ApprovalSandbox.content;
import static io.issueloop.sandbox.approval.ApprovalSandbox.control;
import static io.issueloop.sandbox.approval.ApprovalSandbox.node;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.RunningSandbox;
import io.issueloop.sandbox.Upload;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ApplyTest {

    private static final String ONE = node(1, 2, "lixue");
    private static final String TEXT = content("Text-01", "{\"text\":\"上线\"}");
    private static final String OPTIONS =
            "\"options\":[{\"key\":\"option-1\",\"value\":{\"text\":\"高\",\"lang\":\"zh_CN\"}},"
                    + "{\"key\":\"option-2\",\"value\":{\"text\":\"低\",\"lang\":\"zh_CN\"}}]";
    private static final String[] ALL = {
        REASON,
        control("Textarea-1", "说明", "", false),
        control("Number-1", "数量", "", false),
        control("Money-1", "金额", "", false),
        control("Date-1", "日期", "\"date\":{\"type\":\"day\"}", false),
        control("Selector-1", "级别", "\"selector\":{\"type\":\"single\"," + OPTIONS + "}", false),
        control("Selector-2", "影响", "\"selector\":{\"type\":\"multi\"," + OPTIONS + "}", false),
        control("Contact-1", "成员", "\"contact\":{\"type\":\"single\",\"mode\":\"user\"}", false),
        control(
                "Contact-2",
                "部门",
                "\"contact\":{\"type\":\"multi\",\"mode\":\"department\"}",
                false),
        control("File-1", "附件", "\"file\":{\"is_only_photo\":0}", false),
        control(
                "Table-1",
                "明细",
                "\"table\":{\"children\":["
                        + control("Text-11", "项", "", true)
                        + ","
                        + control("Number-12", "数", "", false)
                        + "]}",
                false),
        control("DateRange-1", "时长", "\"date_range\":{\"type\":\"halfday\"}", false),
        control("Location-1", "位置", "\"location\":{\"distance\":100}", false),
        control("RelatedApproval-1", "关联", "\"related_approval\":{\"template_id\":[]}", false),
        control(
                "Attendance-1",
                "加班",
                "\"attendance\":{\"type\":5,\"date_range\":{\"type\":\"hour\"}}",
                false),
        control("Vacation-1", "请假", "", false),
        control("PhoneNumber-1", "电话", "", false),
    };

    private static RunningSandbox wecom;
    private static ApprovalSandbox approvals;
    private static String template;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
        approvals = new ApprovalSandbox(wecom);
        template = approvals.newTemplate("全字段", ALL);
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("Textarea-1", "{\"text\":\"两\\n行\"}", "/text", "两\n行"),
                Arguments.of("Number-1", "{\"new_number\":\"700\"}", "/new_number", "700"),
                Arguments.of("Money-1", "{\"new_money\":\"7.5\"}", "/new_money", "7.5"),
                Arguments.of(
                        "Date-1",
                        "{\"date\":{\"type\":\"day\",\"s_timestamp\":\"1569859200\"}}",
                        "/date/s_timestamp",
                        "1569859200"),
                Arguments.of(
                        "Selector-1",
                        "{\"selector\":{\"type\":\"single\",\"options\":[{\"key\":\"option-1\"}]}}",
                        "/selector/options/0/value/0/text",
                        "高"),
                Arguments.of(
                        "Selector-2",
                        "{\"selector\":{\"type\":\"multi\",\"options\":[{\"key\":\"option-1\"},{\"key\":\"option-2\"}]}}",
                        "/selector/options/1/key",
                        "option-2"),
                Arguments.of(
                        "Contact-1",
                        "{\"members\":[{\"userid\":\"liuyang\",\"name\":\"刘洋\"}]}",
                        "/members/0/name",
                        "刘洋"),
                Arguments.of(
                        "Contact-2",
                        "{\"departments\":[{\"openapi_id\":\"2\",\"name\":\"x\"},{\"openapi_id\":\"3\"}]}",
                        "/departments/1/name",
                        "应用研发部"),
                Arguments.of(
                        "Table-1",
                        "{\"children\":[{\"list\":["
                                + content("Text-11", "{\"text\":\"甲\"}")
                                + ","
                                + content("Number-12", "{\"new_number\":\"1\"}")
                                + "]}]}",
                        "/children/0/list/0/value/text",
                        "甲"),
                Arguments.of(
                        "DateRange-1",
                        "{\"date_range\":{\"type\":\"halfday\",\"new_begin\":1570550400,\"new_end\":1570593600,\"new_duration\":86400}}",
                        "/date_range/new_end",
                        "1570593600"),
                Arguments.of(
                        "Location-1",
                        "{\"location\":{\"latitude\":\"30.547239\",\"longitude\":\"104.063291\",\"title\":\"大厦\",\"address\":\"路\",\"time\":1605690460}}",
                        "/location/title",
                        "大厦"),
                Arguments.of(
                        "Attendance-1",
                        "{\"attendance\":{\"type\":5,\"date_range\":{\"type\":\"hour\",\"new_begin\":1570550400,\"new_end\":1570593600,\"new_duration\":3600}}}",
                        "/attendance/type",
                        "5"),
                Arguments.of(
                        "Vacation-1",
                        "{\"vacation\":{\"selector\":{\"type\":\"single\",\"options\":[{\"key\":\"3\"}]},\"attendance\":{\"type\":1,\"date_range\":{\"type\":\"hour\",\"new_begin\":1570550400,\"new_end\":1570593600,\"new_duration\":3600}}}}",
                        "/vacation/selector/options/0/key",
                        "3"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyValueIsKeptAndShown(String id, String value, String pointer, String shown) {
        var answer = approvals.apply(template, TEXT + "," + content(id, value), ONE);
        assertThat(answer.path("errcode").asInt()).as(answer.toString()).isZero();
        var contents = approvals.info(answer.path("sp_no").asText()).at("/apply_data/contents");
        var kept = contents.path(1);
        assertThat(kept.path("id").asText()).isEqualTo(id);
        assertThat(kept.path("value").at(pointer).asText()).isEqualTo(shown);
        assertThat(contents.path(0).path("value").toString())
                .isEqualTo(
                        "{\"text\":\"上线\",\"tips\":[],\"members\":[],\"departments\":[],\"files\":[],"
                                + "\"children\":[],\"stat_field\":[]}");
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                Arguments.of("Textarea-1", "{\"textarea\":\"错\"}"),
                Arguments.of("Number-1", "{\"new_number\":700}"),
                Arguments.of("Money-1", "{\"new_money\":\"七\"}"),
                Arguments.of("Date-1", "{\"date\":{\"type\":\"day\",\"s_timestamp\":1569859200}}"),
                Arguments.of(
                        "Date-1", "{\"date\":{\"type\":\"hour\",\"s_timestamp\":\"1569859200\"}}"),
                Arguments.of(
                        "Date-1", "{\"date\":{\"type\":\"day\",\"s_timestamp\":\"2026-11-22\"}}"),
                Arguments.of(
                        "Selector-1",
                        "{\"selector\":{\"type\":\"multi\",\"options\":[{\"key\":\"option-1\"}]}}"),
                Arguments.of(
                        "Selector-1",
                        "{\"selector\":{\"type\":\"single\",\"options\":[{\"key\":\"option-1\"},{\"key\":\"option-2\"}]}}"),
                Arguments.of(
                        "Selector-1",
                        "{\"selector\":{\"type\":\"single\",\"options\":[{\"key\":\"高\"}]}}"),
                Arguments.of("Contact-1", "{\"members\":[{\"userid\":\"nobody\",\"name\":\"无\"}]}"),
                Arguments.of(
                        "Contact-1",
                        "{\"members\":[{\"userid\":\"liuyang\"},{\"userid\":\"lixue\"}]}"),
                Arguments.of("Contact-2", "{\"departments\":[{\"openapi_id\":\"99\"}]}"),
                Arguments.of("Contact-2", "{\"members\":[{\"userid\":\"liuyang\"}]}"),
                Arguments.of("File-1", "{\"files\":[{\"file_id\":\"none\"}]}"),
                Arguments.of(
                        "Table-1",
                        "{\"children\":[{\"list\":["
                                + content("Text-11", "{\"text\":\"甲\"}")
                                + "]}]}"),
                Arguments.of(
                        "DateRange-1",
                        "{\"date_range\":{\"type\":\"halfday\",\"new_begin\":\"1570550400\",\"new_end\":1570593600,\"new_duration\":86400}}"),
                Arguments.of(
                        "DateRange-1",
                        "{\"date_range\":{\"type\":\"halfday\",\"new_begin\":1570593600,\"new_end\":1570550400,\"new_duration\":86400}}"),
                Arguments.of(
                        "Location-1",
                        "{\"location\":{\"latitude\":30.5,\"longitude\":\"104\",\"title\":\"大厦\",\"address\":\"路\",\"time\":1605690460}}"),
                Arguments.of(
                        "RelatedApproval-1",
                        "{\"related_approval\":[{\"sp_no\":\"209901010001\"}]}"),
                Arguments.of(
                        "Attendance-1",
                        "{\"attendance\":{\"type\":3,\"date_range\":{\"type\":\"hour\",\"new_begin\":1,\"new_end\":2,\"new_duration\":1}}}"),
                Arguments.of("PhoneNumber-1", "{\"text\":\"13800000000\"}"),
                Arguments.of("Text-02", "{\"text\":\"没有这个控件\"}"));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void wrongValuesAre301025(String id, String value) {
        var answer = approvals.apply(template, TEXT + "," + content(id, value), ONE);
        assertThat(answer.path("errcode").asInt()).isEqualTo(301025);
    }

    @Test
    void requiredControlsLineBreaksAndDoublesAreChecked() {
        var number = content("Number-1", "{\"new_number\":\"1\"}");
        assertThat(errcode(approvals.apply(template, number, ONE))).isEqualTo(301025);
        assertThat(errcode(approvals.apply(template, TEXT + "," + TEXT, ONE))).isEqualTo(301025);
        var broken = content("Text-01", "{\"text\":\"两\\n行\"}");
        assertThat(errcode(approvals.apply(template, broken, ONE))).isEqualTo(301025);
        var other = TEXT.replace("\"control\":\"Text\"", "\"control\":\"Textarea\"");
        assertThat(errcode(approvals.apply(template, other, ONE))).isEqualTo(301025);
    }

    @Test
    void anotherFormIsReferredTo() {
        var first = approvals.apply(template, TEXT, ONE).path("sp_no").asText();
        var value = "{\"related_approval\":[{\"sp_no\":\"%s\"}]}".formatted(first);
        var second =
                approvals.apply(template, TEXT + "," + content("RelatedApproval-1", value), ONE);
        var shown =
                approvals.info(second.path("sp_no").asText()).at("/apply_data/contents/1/value");
        assertThat(shown.at("/related_approval/0/sp_no").asText()).isEqualTo(first);
        assertThat(second.path("sp_no").asLong()).isEqualTo(Long.parseLong(first) + 1);
    }

    @Test
    void requestsFromBeforeProcessAreStillTaken() {
        var body = application(template, TEXT, ONE);
        var process = "\"process\":{\"node_list\":[" + ONE + "]}";
        var older =
                "\"approver\":[{\"attr\":2,\"userid\":[\"lixue\",\"wanglei\"]},{\"attr\":1,\"userid\":[\"zhoumingyuan\"]}],"
                        + "\"notifyer\":[\"hefang\"],\"notify_type\":2";
        assertThat(body).contains(process);
        var number =
                wecom.api("oa/applyevent", body.replace(process, older)).path("sp_no").asText();
        var info = approvals.info(number);
        assertThat(info.at("/sp_record/0/approverattr").asInt()).isEqualTo(2);
        assertThat(info.at("/process_list/node_list/0/apv_rel").asInt()).isEqualTo(1);
        assertThat(info.at("/process_list/node_list/1/apv_rel").asInt()).isEqualTo(2);
        assertThat(info.at("/process_list/node_list/2/node_type").asInt()).isEqualTo(2);
        assertThat(info.at("/notifyer/0/userid").asText()).isEqualTo("hefang");
        var wrong = body.replace(process, older.replace("\"attr\":1", "\"attr\":3"));
        assertThat(errcode(wecom.api("oa/applyevent", wrong))).isEqualTo(301025);
    }

    @Test
    void upToSixUploadedFilesAreAttached() {
        var upload = new Upload("方案.pdf", "application/pdf", new byte[64]).asApp(wecom, "file");
        var file = "{\"file_id\":\"" + upload.path("media_id").asText() + "\"},";
        var six = "{\"files\":[" + file.repeat(6).replaceAll(",$", "") + "]}";
        var answer = approvals.apply(template, TEXT + "," + content("File-1", six), ONE);
        var files =
                approvals
                        .info(answer.path("sp_no").asText())
                        .at("/apply_data/contents/1/value/files");
        assertThat(files).hasSize(6);
        var seven = "{\"files\":[" + file.repeat(7).replaceAll(",$", "") + "]}";
        assertThat(errcode(approvals.apply(template, TEXT + "," + content("File-1", seven), ONE)))
                .isEqualTo(301025);
    }

    static Stream<UnaryOperator<String>> wrongApplications() {
        return Stream.of(
                body -> body.replace("zhangwei", ""),
                body -> body.replace("\"use_template_approver\":0,", ""),
                body ->
                        body.replace(
                                "\"use_template_approver\":0", "\"use_template_approver\":\"0\""),
                body -> body.replace("\"process\":", "\"approver\":"),
                body -> body.replace(ONE, ""),
                body -> body.replace(ONE, node(2, 0, "lixue")),
                body -> body.replace(ONE, node(1, 0, "lixue")),
                body -> body.replace(ONE, node(1, 4, "lixue")),
                body -> body.replace(ONE, node(4, 1, "lixue")),
                body -> body.replace(ONE, node(1, 1, "nobody")),
                body -> body.replace(ONE, node(1, 1, "linwai")),
                body -> body.replace("\"userid\":[\"lixue\"]", "\"userid\":\"lixue\""),
                body -> body.replace("\"summary_list\"", "\"summary\""),
                body -> body.replace("重大问题", "长".repeat(21)),
                body -> body.replace("{\"creator", "{\"choose_department\":3,\"creator"),
                body -> body.replace(template, "none"));
    }

    @ParameterizedTest
    @MethodSource("wrongApplications")
    void wrongApplicationsAre301025(UnaryOperator<String> mistake) {
        var right = application(template, TEXT, ONE);
        var wrong = mistake.apply(right);
        assertThat(wrong).isNotEqualTo(right);
        assertThat(errcode(wecom.api("oa/applyevent", wrong))).isEqualTo(301025);
    }

    @ParameterizedTest
    @CsvSource({"linwai", "nobody"})
    void applicantsOutsideTheVisibleRangeAre301055(String userid) {
        var body = application(template, TEXT, ONE).replace("zhangwei", userid);
        assertThat(errcode(wecom.api("oa/applyevent", body))).isEqualTo(301055);
    }

    @Test
    void theTemplatesOwnFlowAsksTheSuperior() {
        var body =
                application(template, TEXT, ONE)
                        .replace("\"use_template_approver\":0", "\"use_template_approver\":1");
        assertThat(asked(body)).isEqualTo("lixue");
        assertThat(asked(body.replace("zhangwei", "lixue"))).isEqualTo("zhoumingyuan");
        assertThat(asked(body.replace("zhangwei", "zhoumingyuan"))).isEqualTo("zhoumingyuan");
    }

    private String asked(String body) {
        var number = wecom.api("oa/applyevent", body).path("sp_no").asText();
        return approvals.info(number).at("/sp_record/0/details/0/approver/userid").asText();
    }

    @Test
    void moreThanSixHundredCallsAMinuteAreBlockedForAMinute() {
        try (var busy = RunningSandbox.start()) {
            for (int i = 0; i < 600; i++) {
                assertThat(errcode(busy.api("oa/getapprovaldetail", "{}"))).isEqualTo(301025);
            }
            assertThat(errcode(busy.api("oa/getapprovaldetail", "{}"))).isEqualTo(45009);
            busy.people("POST", "clock", "{\"offset\":\"PT61S\"}");
            assertThat(errcode(busy.api("oa/getapprovaldetail", "{}"))).isEqualTo(301025);
        }
    }

    private static int errcode(JsonNode answer) {
        return answer.path("errcode").asInt();
    }
}
