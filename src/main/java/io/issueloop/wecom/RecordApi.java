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
            @Nullable Filter filter_spec,
            int offset,
            int limit) {

        public Query {
            if (sort != null && !sort.isEmpty() && filter_spec != null) {
                throw new IllegalArgumentException("WeCom sorts or filters, not both");
            }
        }

        Query(
                String docid,
                String sheet_id,
                @Nullable List<String> record_ids,
                @Nullable List<Sort> sort,
                int offset,
                int limit) {
            this(docid, sheet_id, record_ids, sort, null, offset, limit);
        }

        Query(
                String docid,
                String sheet_id,
                @Nullable List<String> record_ids,
                int offset,
                int limit) {
            this(docid, sheet_id, record_ids, null, null, offset, limit);
        }
    }

    record Sort(String field_title, boolean desc) {}

    /**
     * @param conjunction CONJUNCTION_AND or CONJUNCTION_OR
     */
    record Filter(String conjunction, List<Condition> conditions) {}

    /**
     * The value in the form of the field's type; options are named by their ids. WeCom page 99902.
     *
     * @param operator OPERATOR_IS, OPERATOR_CONTAINS, OPERATOR_IS_EMPTY, …
     */
    record Condition(
            String field_id,
            String field_type,
            String operator,
            @Nullable Texts string_value,
            @Nullable Number number_value,
            @Nullable Flag bool_value,
            @Nullable Texts user_value,
            @Nullable Date date_time_value) {}

    record Texts(List<String> value) {}

    record Number(double value) {}

    record Flag(boolean value) {}

    /**
     * @param type DATE_TIME_TYPE_DETAIL_DATE or a word such as DATE_TIME_TYPE_TODAY
     * @param value milliseconds since 1970, as text
     */
    record Date(String type, @Nullable List<String> value) {}

    record Records(boolean has_more, int next, List<Record> records) {}

    /** Times are milliseconds since 1970, as text. */
    record Record(
            String record_id,
            String create_time,
            String update_time,
            @Nullable Map<String, JsonNode> values) {}
}
