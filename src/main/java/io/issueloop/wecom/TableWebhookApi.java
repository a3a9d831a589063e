package io.issueloop.wecom;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows into a smart table through its 接收外部数据, tables members created included. The key comes from
 * the table's own page: there is no access token, nothing can be read and nothing deleted.
 */
@Headers("Content-Type: application/json")
interface TableWebhookApi {

    /** WeCom page 101240. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/webhook?key={key}")
    Written write(@Param("key") String key, Rows rows);

    /** One of them. */
    record Rows(@Nullable List<Row> add_records, @Nullable List<Row> update_records) {}

    /** Values by field id, in the form of their type. */
    record Row(@Nullable String record_id, Map<String, @Nullable Object> values) {}

    record Written(List<WrittenRow> add_records, List<WrittenRow> update_records) {}

    record WrittenRow(String record_id) {}
}
