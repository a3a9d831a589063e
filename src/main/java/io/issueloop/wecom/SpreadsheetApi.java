package io.issueloop.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Online sheets (在线表格). */
@Headers("Content-Type: application/json")
interface SpreadsheetApi {

    /** At most five requests, in order; it stops at the first error. WeCom page 101168. */
    @RequestLine("POST /cgi-bin/wedoc/spreadsheet/batch_update")
    Updated batchUpdate(BatchUpdate update);

    /** Section 编辑表格内容, 获取表格行列信息. */
    @RequestLine("POST /cgi-bin/wedoc/spreadsheet/get_sheet_properties")
    Sheets sheets(Which which);

    /** Section 编辑表格内容, 获取表格数据. */
    @RequestLine("POST /cgi-bin/wedoc/spreadsheet/get_sheet_range_data")
    Found range(Range range);

    record BatchUpdate(String docid, List<Request> requests) {}

    /** Exactly one of them. */
    record Request(
            @Nullable AddSheet add_sheet_request,
            @Nullable UpdateRange update_range_request,
            @Nullable DeleteSheet delete_sheet_request,
            @Nullable DeleteDimension delete_dimension_request) {}

    /**
     * @param column_count at most 200, and at most 10,000 cells
     */
    record AddSheet(String title, int row_count, int column_count) {}

    record UpdateRange(String sheet_id, Grid grid_data) {}

    record DeleteSheet(String sheet_id) {}

    /**
     * @param dimension ROW or COLUMN
     * @param start_index from 1
     * @param end_index the first that stays
     */
    record DeleteDimension(String sheet_id, String dimension, int start_index, int end_index) {}

    record Grid(int start_row, int start_column, List<Row> rows) {}

    record Row(List<Cell> values) {}

    record Cell(@Nullable Value cell_value) {}

    /** One of them. */
    record Value(@Nullable String text, @Nullable Link link) {}

    record Link(String text, String url) {}

    record Updated(@Nullable Responses data) {}

    record Responses(List<JsonNode> responses) {}

    record Which(String docid) {}

    record Sheets(List<Sheet> properties) {}

    record Sheet(String sheet_id, String title, int row_count, int column_count) {}

    /**
     * @param range such as {@code A1:B2}
     */
    record Range(String docid, String sheet_id, String range) {}

    record Found(@Nullable Result data) {}

    record Result(@Nullable Grid result) {}
}
