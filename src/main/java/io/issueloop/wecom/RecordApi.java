package io.issueloop.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Smart tables: records. Cells are keyed by field title, the default. */
@Headers("Content-Type: application/json")
interface RecordApi {

    /** At most so many records are asked for, or written, by one call. */
    int PAGE = 500;

    /** WeCom page 99907. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/add_records")
    Records add(Write add);

    /** WeCom page 99909. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/update_records")
    Records update(Write update);

    /** WeCom page 101158. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/get_records")
    Records get(Query query);

    /** At most {@link #PAGE}. WeCom page 99908. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/delete_records")
    Done delete(WhichRecords which);

    record WhichRecords(String docid, String sheet_id, List<String> record_ids) {}

    record Done() {}

    record Write(String docid, String sheet_id, List<Values> records) {}

    /** Values in the form of their type; {@code null} empties a cell. */
    record Values(@Nullable String record_id, Map<String, @Nullable Object> values) {}

    record Query(
            String docid,
            String sheet_id,
            @Nullable List<String> record_ids,
            @Nullable List<Sort> sort,
            int offset,
            int limit) {

        Query(
                String docid,
                String sheet_id,
                @Nullable List<String> record_ids,
                int offset,
                int limit) {
            this(docid, sheet_id, record_ids, null, offset, limit);
        }
    }

    record Sort(String field_title, boolean desc) {}

    record Records(boolean has_more, int next, List<Record> records) {}

    /** Times are milliseconds since 1970, as text. */
    record Record(
            String record_id,
            String create_time,
            String update_time,
            @Nullable Map<String, JsonNode> values) {}
}
