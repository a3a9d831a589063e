package io.issueloop.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.kpi.KpiTable;
import io.issueloop.wecom.RecordApi.Query;
import io.issueloop.wecom.RecordApi.Record;
import io.issueloop.wecom.RecordApi.Values;
import io.issueloop.wecom.RecordApi.Write;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The sheets of the smart table KPI 统计. The sheet is read before it is written, so that a row whose
 * answer was lost is found again by its words, and one a member deleted is written anew.
 */
@Component
class WeComKpiTable implements KpiTable {

    private final RecordApi api;
    private final Sheets sheets;
    private final KpiRows rows;

    WeComKpiTable(RecordApi api, Sheets sheets, KpiRows rows) {
        this.api = api;
        this.sheets = sheets;
        this.rows = rows;
    }

    @Override
    public void write(List<Row> all) {
        for (var sheet : Sheet.values()) {
            var some = all.stream().filter(row -> row.sheet() == sheet).toList();
            if (!some.isEmpty()) {
                write(sheet.label(), some);
            }
        }
    }

    private void write(String title, List<Row> wanted) {
        var sheet = sheets.kpi(title);
        var present = present(sheet);
        var linked = rows.of(title);
        linked.values().retainAll(present.keySet());
        var free = new HashMap<String, String>();
        present.forEach((id, words) -> free.put(words, id));
        linked.values().forEach(id -> free.remove(present.get(id)));
        var added = new ArrayList<Row>();
        var changed = new ArrayList<Values>();
        for (var row : wanted) {
            var id = linked.getOrDefault(row.key(), free.remove(words(row)));
            if (id == null) {
                added.add(row);
            } else {
                rows.link(title, row.key(), id);
                changed.add(new Values(id, cells(row)));
            }
        }
        pages(changed).forEach(page -> api.update(new Write(sheet.docid(), sheet.id(), page)));
        pages(added).forEach(page -> add(sheet, title, page));
    }

    private void add(Sheets.Sheet sheet, String title, List<Row> page) {
        var values = page.stream().map(row -> new Values(null, cells(row))).toList();
        var records = api.add(new Write(sheet.docid(), sheet.id(), values)).records();
        for (int i = 0; i < Math.min(page.size(), records.size()); i++) {
            rows.link(title, page.get(i).key(), records.get(i).record_id());
        }
    }

    /** Record ids and what the rows say they are about. */
    private Map<String, String> present(Sheets.Sheet sheet) {
        var present = new LinkedHashMap<String, String>();
        int offset = 0;
        RecordApi.Records page;
        do {
            page = api.get(new Query(sheet.docid(), sheet.id(), null, offset, 1000));
            page.records().forEach(record -> present.put(record.record_id(), words(record)));
            offset = Math.max(page.next(), offset + page.records().size());
        } while (page.has_more() && !page.records().isEmpty());
        return present;
    }

    private static String words(Record record) {
        Map<String, JsonNode> cells = record.values() == null ? Map.of() : record.values();
        return Cells.text(cells.get("周期"))
                + '\n'
                + Cells.text(cells.get("对象"))
                + '\n'
                + Cells.text(cells.get("指标"));
    }

    private static String words(Row row) {
        return row.period() + '\n' + row.subject() + '\n' + row.metric();
    }

    private static Map<String, @Nullable Object> cells(Row row) {
        var cells = new HashMap<String, @Nullable Object>();
        cells.put("周期", Cells.text(row.period()));
        cells.put("对象", Cells.text(row.subject()));
        cells.put("指标", Cells.text(row.metric()));
        cells.put("数值", row.value().map(BigDecimal::doubleValue).orElse(null));
        cells.put("目标", row.target().map(BigDecimal::doubleValue).orElse(null));
        cells.put("状态", List.of(Map.of("text", row.status())));
        cells.put("样本数", row.sampleSize());
        return cells;
    }

    private static <T> List<List<T>> pages(List<T> all) {
        var pages = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += RecordApi.PAGE) {
            pages.add(all.subList(from, Math.min(all.size(), from + RecordApi.PAGE)));
        }
        return pages;
    }
}
