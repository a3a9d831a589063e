package io.issueloop.sandbox.approval;

import static io.issueloop.sandbox.approval.ApprovalSandbox.REASON;
import static io.issueloop.sandbox.approval.ApprovalSandbox.control;
import static io.issueloop.sandbox.approval.ApprovalSandbox.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.sandbox.RunningSandbox;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {

    private static final String OPTIONS =
            "\"options\":[{\"key\":\"option-1\",\"value\":{\"text\":\"高\",\"lang\":\"zh_CN\"}}]";

    private static RunningSandbox wecom;
    private static ApprovalSandbox approvals;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
        approvals = new ApprovalSandbox(wecom);
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @Test
    void anOptionIsOneObjectAtCreationAndAnArrayInTheDetail() {
        var selector = "\"selector\":{\"type\":\"single\"," + OPTIONS + "}";
        var id = approvals.newTemplate("单选", control("Selector-1", "级别", selector, true), REASON);
        var detail = wecom.api("oa/gettemplatedetail", "{\"template_id\":\"%s\"}".formatted(id));
        assertThat(detail.at("/template_names/0/text").asText()).isEqualTo("单选");
        var option = detail.at("/template_content/controls/0/config/selector/options/0");
        assertThat(option.path("value").isArray()).isTrue();
        assertThat(option.at("/value/0/text").asText()).isEqualTo("高");
        assertThat(detail.at("/template_content/controls/1/property/un_print").asInt(-1)).isZero();
    }

    @Test
    void anUpdateReplacesNameAndControls() {
        var id = approvals.newTemplate("旧名", REASON);
        var body =
                "{\"template_id\":\"%s\",%s}"
                        .formatted(id, template("新名", control("Money-7", "金额", "", false)));
        assertThat(wecom.api("oa/approval/update_template", body).path("errcode").asInt()).isZero();
        var detail = wecom.api("oa/gettemplatedetail", "{\"template_id\":\"%s\"}".formatted(id));
        assertThat(detail.at("/template_names/0/text").asText()).isEqualTo("新名");
        assertThat(detail.at("/template_content/controls/0/property/id").asText())
                .isEqualTo("Money-7");
    }

    @Test
    void unknownTemplatesAndTakenNamesAreRefused() {
        approvals.newTemplate("占用", REASON);
        assertThat(create(template("占用", REASON))).isEqualTo(301086);
        assertThat(errcode("oa/gettemplatedetail", "{\"template_id\":\"none\"}")).isEqualTo(301025);
        assertThat(errcode("oa/gettemplatedetail", "{\"template_id\":7}")).isEqualTo(301025);
        var update = "{\"template_id\":\"none\",%s}".formatted(template("无", REASON));
        assertThat(errcode("oa/approval/update_template", update)).isEqualTo(301086);
    }

    static Stream<String> legalControls() {
        return Stream.of(
                control("Textarea-1", "甲", "", false),
                control("Number-1", "甲", "", false),
                control("PhoneNumber-1", "甲", "", false),
                control("Vacation-1", "甲", "", false),
                control("BankAccount-1", "甲", "", false),
                control("Date-1", "甲", "\"date\":{\"type\":\"hour\"}", false),
                control(
                        "Contact-1",
                        "甲",
                        "\"contact\":{\"type\":\"multi\",\"mode\":\"department\"}",
                        false),
                control("File-1", "甲", "\"file\":{\"is_only_photo\":1}", false),
                control(
                        "Table-1",
                        "甲",
                        "\"table\":{\"print_format\":0,\"children\":["
                                + control("Text-9", "乙", "", true)
                                + "]}",
                        false),
                control("Location-1", "甲", "\"location\":{\"distance\":100}", false),
                control(
                        "RelatedApproval-1",
                        "甲",
                        "\"related_approval\":{\"template_id\":[\"x\"]}",
                        false),
                control(
                        "DateRange-1",
                        "甲",
                        "\"date_range\":{\"type\":\"hour\",\"official_holiday\":1,\"perday_duration\":28800}",
                        false),
                control(
                        "Attendance-1",
                        "甲",
                        "\"attendance\":{\"type\":4,\"date_range\":{\"type\":\"halfday\"}}",
                        false),
                control("Tips-1", "甲", tips("说明", "https://a.example/"), false));
    }

    @ParameterizedTest
    @MethodSource("legalControls")
    void everyKindOfControlIsAccepted(String control) {
        approvals.newTemplate("可用" + control.hashCode(), control);
    }

    static Stream<String> illegal() {
        return Stream.of(
                template("", REASON),
                template("名".repeat(41), REASON),
                template("空"),
                "\"template_name\":[{\"text\":\"语言\",\"lang\":\"zh-CN\"}],\"template_content\":{\"controls\":["
                        + REASON
                        + "]}",
                "\"template_name\":\"文本\",\"template_content\":{\"controls\":[" + REASON + "]}",
                template("未知", control("Slider-1", "甲", "", false)),
                template(
                        "编号",
                        "{\"property\":{\"control\":\"Text\",\"id\":\"Text\",\"title\":[{\"text\":\"甲\",\"lang\":\"zh_CN\"}]},\"config\":{}}"),
                template(
                        "重号", control("Text-1", "甲", "", false), control("Text-1", "乙", "", false)),
                template(
                        "重名", control("Text-1", "甲", "", false), control("Text-2", "甲", "", false)),
                template("题长", control("Text-1", "题".repeat(41), "", false)),
                template(
                        "说明长",
                        control("Text-1", "甲", "", false)
                                .replace(
                                        "\"require\"",
                                        "\"placeholder\":[{\"text\":\""
                                                + "长".repeat(81)
                                                + "\",\"lang\":\"zh_CN\"}],\"require\"")),
                template(
                        "必填",
                        control("Text-1", "甲", "", false)
                                .replace("\"require\":0", "\"require\":2")),
                template("日期", control("Date-1", "甲", "\"date\":{\"type\":\"week\"}", false)),
                template("无配置", control("Date-1", "甲", "", false)),
                template(
                        "选项类型",
                        control(
                                "Selector-1",
                                "甲",
                                "\"selector\":{\"type\":\"one\"," + OPTIONS + "}",
                                false)),
                template(
                        "选项数组",
                        control(
                                "Selector-1",
                                "甲",
                                "\"selector\":{\"type\":\"single\",\"options\":[{\"key\":\"k\",\"value\":[{\"text\":\"高\",\"lang\":\"zh_CN\"}]}]}",
                                false)),
                template(
                        "无选项",
                        control(
                                "Selector-1",
                                "甲",
                                "\"selector\":{\"type\":\"single\",\"options\":[]}",
                                false)),
                template(
                        "成员",
                        control(
                                "Contact-1",
                                "甲",
                                "\"contact\":{\"type\":\"single\",\"mode\":\"tag\"}",
                                false)),
                template("空表", control("Table-1", "甲", "\"table\":{\"children\":[]}", false)),
                template(
                        "套表",
                        control(
                                "Table-1",
                                "甲",
                                "\"table\":{\"children\":["
                                        + control(
                                                "Table-2",
                                                "乙",
                                                "\"table\":{\"children\":["
                                                        + control("Text-9", "丙", "", false)
                                                        + "]}",
                                                false)
                                        + "]}",
                                false)),
                template(
                        "位置", control("Location-1", "甲", "\"location\":{\"distance\":150}", false)),
                template(
                        "时长",
                        control("DateRange-1", "甲", "\"date_range\":{\"type\":\"day\"}", false)),
                template("提示", control("Tips-1", "甲", tips("长".repeat(801), ""), false)),
                template(
                        "链接",
                        control("Tips-1", "甲", tips("短", "https://" + "a".repeat(600)), false)));
    }

    @ParameterizedTest
    @MethodSource("illegal")
    void mistakesAre301086(String body) {
        assertThat(create(body)).isEqualTo(301086);
    }

    @Test
    void anAppThatMayNotCallApprovalIsToldSo() {
        try {
            wecom.people("PUT", "settings", "{\"approval\":{\"callable\":false}}");
            assertThat(create(template("未授权", REASON))).isEqualTo(301088);
            assertThat(errcode("oa/gettemplatedetail", "{\"template_id\":\"x\"}"))
                    .isEqualTo(301055);
            wecom.people("PUT", "settings", "{\"approval\":{\"enabled\":false}}");
            assertThat(errcode("oa/gettemplatedetail", "{\"template_id\":\"x\"}"))
                    .isEqualTo(301056);
        } finally {
            wecom.people("PUT", "settings", "{\"approval\":null}");
        }
    }

    private static String tips(String text, String url) {
        var link =
                url.isEmpty()
                        ? ""
                        : ",{\"type\":2,\"content\":{\"link\":{\"title\":\"链接\",\"url\":\"%s\"}}}"
                                .formatted(url);
        return "\"tips\":{\"tips_content\":[{\"text\":{\"sub_text\":[{\"type\":1,\"content\":{\"plain_text\":{\"content\":\"%s\"}}}%s]},\"lang\":\"zh_CN\"}]}"
                .formatted(text, link);
    }

    private static int create(String body) {
        return errcode("oa/approval/create_template", "{" + body + "}");
    }

    private static int errcode(String path, String body) {
        return wecom.api(path, body).path("errcode").asInt();
    }
}
