package io.issueloop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadsheetTest {

    private static RunningSandbox wecom;
    private String docid;
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
    void newSpreadsheet() {
        docid =
                wecom.api(
                                "wedoc/create_doc",
                                "{\"doc_type\":4,\"doc_name\":\"月度指标\",\"admin_users\":[\"lixue\"]}")
                        .path("docid")
                        .asText();
        sheet =
                update("{'add_sheet_request':{'title':'11 月','row_count':10,'column_count':5}}")
                        .at("/data/responses/0/add_sheet_response/properties/sheet_id")
                        .asText();
    }

    @Test
    void cellsAreWrittenReadAndMoveUp() {
        var cells =
                "{'update_range_request':{'sheet_id':'S','grid_data':{'start_row':0,'start_column':1,'rows':["
                        + "{'values':[{'cell_value':{'text':'T1'}},{'cell_value':{'link':{'text':'说明','url':'http://x/'}}}]},"
                        + "{'values':[{'cell_value':{'text':'T2'}}]}]}}}";
        assertThat(
                        update(cells)
                                .at("/data/responses/0/update_range_response/updated_cells")
                                .asInt())
                .isEqualTo(3);
        assertThat(text("B1:C2", 0, 0)).isEqualTo("T1");
        assertThat(range("B1:C2").at("/rows/0/values/1/cell_value/link/url").asText())
                .isEqualTo("http://x/");
        var cut =
                update(
                        "{'delete_dimension_request':{'sheet_id':'S','dimension':'ROW','start_index':1,'end_index':2}}");
        assertThat(cut.at("/data/responses/0/delete_dimension_response/deleted").asInt())
                .isEqualTo(1);
        assertThat(text("A1:B1", 0, 1)).isEqualTo("T2");
        var properties = call("get_sheet_properties", "{'docid':'D'}").path("properties");
        assertThat(properties.path(1).path("row_count").asInt()).isEqualTo(9);
        assertThat(wecom.people("GET", "spreadsheets/" + docid + "?userid=lixue", "").toString())
                .contains("T2");
    }

    @Test
    void anErrorStopsAndWhatWentBeforeStays() {
        var answer =
                update(
                        "{'add_sheet_request':{'title':'新','row_count':2,'column_count':2}},{'delete_sheet_request':{'sheet_id':'none'}}");
        assertThat(answer.path("errcode").asInt()).isEqualTo(40058);
        assertThat(answer.at("/data/responses")).hasSize(1);
        assertThat(call("get_sheet_properties", "{'docid':'D'}").path("properties")).hasSize(3);
        update("{'delete_sheet_request':{'sheet_id':'S'}}");
        assertThat(call("get_sheet_properties", "{'docid':'D'}").path("properties")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'add_sheet_request':{'title':'x','row_count':10,'column_count':201}}",
                "{'add_sheet_request':{'title':'x','row_count':100,'column_count':101}}",
                "{'add_sheet_request':{'row_count':1,'column_count':1}}",
                "{'update_range_request':{'sheet_id':'S','grid_data':{'start_row':9,'rows':[{'values':[{}]},{'values':[{}]}]}}}",
                "{'update_range_request':{'sheet_id':'S','grid_data':{'start_row':10,'rows':[{'values':[{}]}]}}}",
                "{'update_range_request':{'sheet_id':'S','grid_data':{'rows':[{'values':[{'cell_value':{'text':5}}]}]}}}",
                "{'update_range_request':{'sheet_id':'S','grid_data':{'rows':[{'values':[{'cell_value':{'link':{}}}]}]}}}",
                "{'delete_dimension_request':{'sheet_id':'S','dimension':'LINE','start_index':1,'end_index':2}}",
                "{'delete_dimension_request':{'sheet_id':'S','dimension':'ROW','start_index':1,'end_index':12}}",
                "{'make_it_nice':{}}",
            })
    void aWrongRequestIsRefused(String request) {
        assertThat(update(request).path("errcode").asInt()).isEqualTo(40058);
    }

    @Test
    void onlyAnOnlineSheetHasCells() {
        assertThat(call("get_sheet_properties", "{'docid':'none'}").path("errcode").asInt())
                .isEqualTo(301085);
        var table = wecom.newTable();
        assertThat(
                        call("get_sheet_properties", "{'docid':'" + table + "'}")
                                .path("errcode")
                                .asInt())
                .isEqualTo(40058);
        assertThat(
                        call("get_sheet_range_data", "{'docid':'D','sheet_id':'S','range':'B2'}")
                                .path("errcode")
                                .asInt())
                .isEqualTo(40058);
    }

    private JsonNode update(String requests) {
        return call("batch_update", "{'docid':'D','requests':[" + requests + "]}");
    }

    private JsonNode range(String range) {
        return call("get_sheet_range_data", "{'docid':'D','sheet_id':'S','range':'" + range + "'}")
                .at("/data/result");
    }

    private String text(String range, int row, int column) {
        return range(range).at("/rows/" + row + "/values/" + column + "/cell_value/text").asText();
    }

    private JsonNode call(String path, String json) {
        var body =
                json.replace('\'', '"')
                        .replace("\"D\"", "\"" + docid + "\"")
                        .replace("\"S\"", "\"" + sheet + "\"");
        return wecom.api("wedoc/spreadsheet/" + path, body);
    }
}
