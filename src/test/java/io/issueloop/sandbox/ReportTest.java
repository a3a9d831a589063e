package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

    private static RunningSandbox wecom;
    private static JsonNode daily;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
        daily = wecom.people("GET", "reports?userid=zhangwei", "").at("/templates/0");
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @Test
    void aReportIsWrittenReadAndCommentedAndTheAppReadsIt() {
        var uuid = write("zhangwei", "修好了 ISS-7").path("journal_uuid").asText();
        wecom.people("POST", "reports/" + uuid + "/read", "{\"userid\":\"lixue\"}");
        wecom.people(
                "POST",
                "reports/" + uuid + "/comments",
                "{\"userid\":\"lixue\",\"content\":\"加油\"}");
        assertThat(ids("")).contains(uuid);
        assertThat(ids(",\"filters\":[{\"key\":\"creator\",\"value\":\"zhangwei\"}]"))
                .contains(uuid);
        assertThat(ids(",\"filters\":[{\"key\":\"department\",\"value\":\"3\"}]"))
                .doesNotContain(uuid);
        var info = detail(uuid).path("info");
        assertThat(info.at("/submitter/userid").asText()).isEqualTo("zhangwei");
        assertThat(info.at("/readed_receivers/0/userid").asText()).isEqualTo("lixue");
        assertThat(info.at("/apply_data/contents/0/value/text").asText()).isEqualTo("修好了 ISS-7");
        assertThat(info.at("/comments/0/content").asText()).isEqualTo("加油");
    }

    @Test
    void aFinishedDayTellsWhoReportedAndWhoDidNot() {
        write("liuyang", "写了测试");
        long now = Instant.now().getEpochSecond();
        wecom.moveClock("PT24H");
        var stats =
                wecom.api(
                                "oa/journal/get_stat_list",
                                "{\"template_id\":%s,\"starttime\":%d,\"endtime\":%d}"
                                        .formatted(
                                                daily.path("template_id"),
                                                now - 86_400,
                                                now + 86_400))
                        .path("stat_list");
        wecom.moveClock("PT0S");
        var today = stats.path(stats.size() - 1);
        assertThat(today.path("report_type").asInt()).isEqualTo(2);
        assertThat(today.path("report_list").toString()).contains("liuyang");
        assertThat(today.path("unreport_list").toString())
                .contains("machao")
                .doesNotContain("liuyang", "linwai");
    }

    @Test
    void nobodyElseReadsIt() {
        var uuid = write("zhangwei", "x").path("journal_uuid").asText();
        var other =
                wecom.send(
                        "POST", "/__sandbox/reports/" + uuid + "/read", "{\"userid\":\"sunli\"}");
        assertThat(other.statusCode()).isEqualTo(403);
        var outside = write("linwai", "y").path("journal_uuid").asText();
        assertThat(ids("")).doesNotContain(outside);
        assertThat(detail(outside).path("errcode").asInt()).isEqualTo(301065);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get_record_list | {'starttime':1,'endtime':2678402,'cursor':0,'limit':10} | 301066",
                "get_record_list | {'starttime':5,'endtime':2,'cursor':0,'limit':10} | 301066",
                "get_record_list | {'starttime':1,'endtime':2,'cursor':0,'limit':101} | 301066",
                "get_record_list | {'starttime':1,'endtime':2,'limit':10,'filters':[{'key':'x','value':'y'}]} | 301066",
                "get_record_list | {'starttime':'1','endtime':2,'limit':10} | 40058",
                "get_record_detail | {'journaluuid':'none'} | 301084",
                "get_stat_list | {'template_id':'none','starttime':1,'endtime':2} | 301066",
            })
    void aWrongRequestIsRefused(String path, String json, int errcode) {
        assertThat(wecom.api("oa/journal/" + path, json.replace('\'', '"')).path("errcode").asInt())
                .isEqualTo(errcode);
    }

    private static JsonNode write(String userid, String text) {
        return wecom.people(
                "POST",
                "reports",
                "{\"userid\":\"%s\",\"template_id\":%s,\"receivers\":[\"lixue\"],\"contents\":{%s:\"%s\"}}"
                        .formatted(
                                userid,
                                daily.path("template_id"),
                                daily.at("/controls/0/id"),
                                text));
    }

    private static JsonNode detail(String uuid) {
        return wecom.api("oa/journal/get_record_detail", "{\"journaluuid\":\"" + uuid + "\"}");
    }

    private static String ids(String more) {
        long now = Instant.now().getEpochSecond();
        return wecom.api(
                        "oa/journal/get_record_list",
                        "{\"starttime\":%d,\"endtime\":%d,\"cursor\":0,\"limit\":100%s}"
                                .formatted(now - 600, now + 600, more))
                .path("journaluuid_list")
                .toString();
    }
}
