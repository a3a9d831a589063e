package io.issueloop.wecom;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which record of the KPI table shows which row. */
@Component
class KpiRows {

    private final JdbcClient jdbc;

    KpiRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Record ids by key; the caller's to change. */
    Map<String, String> of(String sheet) {
        var rows = new HashMap<String, String>();
        jdbc.sql("select key, record_id from wecom_kpi_row where sheet = :sheet")
                .param("sheet", sheet)
                .query(
                        row -> {
                            rows.put(row.getString("key"), row.getString("record_id"));
                        });
        return rows;
    }

    void link(String sheet, String key, String recordId) {
        jdbc.sql(
                        """
                insert into wecom_kpi_row (sheet, key, record_id) values (:sheet, :key, :id)
                on conflict (sheet, key) do update set record_id = excluded.record_id
                 where wecom_kpi_row.record_id <> excluded.record_id
                """)
                .param("sheet", sheet)
                .param("key", key)
                .param("id", recordId)
                .update();
    }
}
