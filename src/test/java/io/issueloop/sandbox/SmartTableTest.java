package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartTableTest {

    private static final String FIELDS =
            """
            {"field_title":"问题描述","field_type":"FIELD_TYPE_TEXT"},
            {"field_title":"紧急程度","field_type":"FIELD_TYPE_SINGLE_SELECT",
             "property_single_select":{"options":[{"text":"紧急","style":1},{"text":"高","style":2}]}},
            {"field_title":"处理人","field_type":"FIELD_TYPE_USER"},
            {"field_title":"截止时间","field_type":"FIELD_TYPE_DATE_TIME"},
            {"field_title":"满意度","field_type":"FIELD_TYPE_NUMBER"},
            {"field_title":"重大问题","field_type":"FIELD_TYPE_CHECKBOX"},
            {"field_title":"提报人","field_type":"FIELD_TYPE_CREATED_USER"}
            """;
    private static RunningSandbox wecom;
    private String sheet;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start();
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @BeforeEach
    void newSheet() {
        sheet = wecom.newSheet(wecom.newTable(), FIELDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"问题描述\":\"plain\"",
                "\"满意度\":\"5\"",
                "\"重大问题\":1",
                "\"截止时间\":1795348319000",
                "\"截止时间\":\"2026-11-22\"",
                "\"处理人\":[{\"user_id\":\"nobody\"}]",
                "\"处理人\":[{\"user_id\":\"lixue\"},{\"user_id\":\"zhangwei\"}]",
                "\"紧急程度\":[{\"id\":\"unknown\"}]",
                "\"紧急程度\":[{\"text\":\"紧急\"},{\"text\":\"高\"}]",
                "\"提报人\":[{\"user_id\":\"lixue\"}]",
                "\"没有的字段\":1",
            })
    void aCellOfTheWrongTypeIsRefusedAndNothingIsWritten(String cell) {
        var refused = add("{\"values\":{" + cell + "}}");
        assertThat(refused.path("errcode").asInt()).isEqualTo(40058);
        assertThat(records("").path("total").asInt()).isZero();
    }

    @Test
    void anUnknownOptionTextCreatesTheOptionAndAKnownOneIsFound() {
        add("{\"values\":{\"紧急程度\":[{\"text\":\"紧急\"}]}}");
        add("{\"values\":{\"紧急程度\":[{\"text\":\"极低\",\"style\":7}]}}");
        var fields = wecom.api("wedoc/smartsheet/get_fields", "{" + sheet + "}").path("fields");
        assertThat(fields.path(1).at("/property_single_select/options").findValuesAsText("text"))
                .containsExactly("紧急", "高", "极低");
        assertThat(records("").at("/records/1/values/紧急程度/0/style").asInt()).isEqualTo(7);
    }

    @Test
    void cellsComeBackTypedAndTimesAreMillisecondStrings() {
        var added =
                add(
                        """
                        {"values":{"问题描述":[{"type":"text","text":"登录失败"}],"满意度":4.5,"重大问题":true,
                         "处理人":[{"user_id":"lixue"}],"截止时间":"1795348319000"}}
                        """);
        var record = records("").path("records").path(0);
        assertThat(record.path("record_id")).isEqualTo(added.at("/records/0/record_id"));
        assertThat(record.at("/values/处理人/0/user_id").asText()).isEqualTo("lixue");
        assertThat(record.at("/values/截止时间").isTextual()).isTrue();
        assertThat(record.at("/values/满意度").asDouble()).isEqualTo(4.5);
        assertThat(record.at("/values/提报人/0/id_type").asInt()).isEqualTo(3);
        assertThat(record.path("create_time").asText()).matches("\\d{13}");
    }

    @Test
    void onlyGivenCellsChangeAndNullClears() {
        var id =
                add("{\"values\":{\"满意度\":1,\"问题描述\":[{\"type\":\"text\",\"text\":\"a\"}]}}")
                        .at("/records/0/record_id")
                        .asText();
        wecom.api(
                "wedoc/smartsheet/update_records",
                "{%s,\"records\":[{\"record_id\":\"%s\",\"values\":{\"满意度\":null}}]}"
                        .formatted(sheet, id));
        var values = records("").at("/records/0/values");
        assertThat(values.has("满意度")).isFalse();
        assertThat(values.at("/问题描述/0/text").asText()).isEqualTo("a");
    }

    @Test
    void filterAndSortExcludeEachOther() {
        var field = fieldId("满意度");
        for (int stars : new int[] {3, 5, 1}) {
            add("{\"values\":{\"满意度\":" + stars + "}}");
        }
        var filter =
                """
                "filter_spec":{"conjunction":"CONJUNCTION_AND","conditions":[{"field_id":"%s",
                 "field_type":"FIELD_TYPE_NUMBER","operator":"OPERATOR_IS_GREATER","number_value":{"value":2}}]}
                """
                        .formatted(field);
        var sort = "\"sort\":[{\"field_title\":\"满意度\",\"desc\":true}]";
        assertThat(records("," + filter).path("total").asInt()).isEqualTo(2);
        assertThat(records("," + sort).at("/records/0/values/满意度").asInt()).isEqualTo(5);
        assertThat(records("," + sort + "," + filter).path("errcode").asInt()).isEqualTo(40058);
    }

    @Test
    void optionColumnsAreFilteredByOptionId() {
        add("{\"values\":{\"紧急程度\":[{\"text\":\"高\"}]}}");
        var option = records("").at("/records/0/values/紧急程度/0/id").asText();
        var filter =
                """
                ,"filter_spec":{"conjunction":"CONJUNCTION_OR","conditions":[{"field_id":"%s",
                 "field_type":"FIELD_TYPE_SINGLE_SELECT","operator":"OPERATOR_IS","string_value":{"value":["%s"]}}]}
                """;
        var id = fieldId("紧急程度");
        assertThat(records(filter.formatted(id, option)).path("total").asInt()).isEqualTo(1);
        assertThat(records(filter.formatted(id, "高")).path("total").asInt()).isZero();
    }

    @Test
    void pagesGoOnWhereTheLastEnded() {
        for (int i = 0; i < 3; i++) {
            add("{\"values\":{\"满意度\":" + i + "}}");
        }
        var page = records(",\"limit\":2");
        assertThat(page.path("has_more").asBoolean()).isTrue();
        var rest = records(",\"limit\":2,\"offset\":" + page.path("next").asInt());
        assertThat(rest.path("records")).hasSize(1);
        assertThat(rest.path("has_more").asBoolean()).isFalse();
    }

    private String fieldId(String title) {
        return wecom.api(
                        "wedoc/smartsheet/get_fields",
                        "{" + sheet + ",\"field_titles\":[\"" + title + "\"]}")
                .at("/fields/0/field_id")
                .asText();
    }

    private JsonNode add(String record) {
        return wecom.api(
                "wedoc/smartsheet/add_records", "{" + sheet + ",\"records\":[" + record + "]}");
    }

    private JsonNode records(String more) {
        return wecom.api("wedoc/smartsheet/get_records", "{" + sheet + more + "}");
    }
}
