package io.issueloop.wecom;

import static io.issueloop.collaboration.TrackingTable.Field.DESCRIPTION;
import static io.issueloop.collaboration.TrackingTable.Field.ISSUE_NO;
import static io.issueloop.collaboration.TrackingTable.Field.MAJOR;
import static io.issueloop.collaboration.TrackingTable.Field.NOTE;
import static io.issueloop.collaboration.TrackingTable.Field.PROJECT;
import static io.issueloop.collaboration.TrackingTable.Field.REPORTER;
import static io.issueloop.collaboration.TrackingTable.Field.URGENCY;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.collaboration.TrackingTable;
import io.issueloop.wecom.RecordApi.Query;
import io.issueloop.wecom.RecordApi.Record;
import io.issueloop.wecom.RecordApi.Values;
import io.issueloop.wecom.RecordApi.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheet 问题 of the smart table 问题跟踪. */
@Component
class WeComTrackingTable implements TrackingTable {

    private static final int PAGE = 200;

    /** The table shows minutes; the times of its records are finer. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /** So many rows may be deleted between two pages without one being missed. */
    private static final int SHIFTED = 20;

    private final RecordApi api;
    private final Sheets sheets;

    WeComTrackingTable(RecordApi api, Sheets sheets) {
        this.api = api;
        this.sheets = sheets;
    }

    @Override
    public List<Row> rows(List<String> recordIds) {
        var sheet = sheets.tracking();
        var rows = new ArrayList<Row>();
        for (int from = 0; from < recordIds.size(); from += RecordApi.PAGE) {
            var ids = recordIds.subList(from, Math.min(recordIds.size(), from + RecordApi.PAGE));
            var query = new Query(sheet.docid(), sheet.id(), ids, 0, RecordApi.PAGE);
            api.get(query).records().forEach(record -> rows.add(row(record)));
        }
        return rows;
    }

    /**
     * WeCom cannot filter by the time of the change, but it sorts by it: the rows are read from the
     * newest on, as far as they changed. Where it does not (somebody deleted the field) all rows
     * are read and compared here.
     */
    @Override
    public List<Row> changedSince(Instant since) {
        try {
            return newestFirst(since).orElseGet(() -> all(since));
        } catch (WeComRejected notSortable) {
            return all(since);
        }
    }

    /** Empty when what came was not in order. */
    private Optional<List<Row>> newestFirst(Instant since) {
        var sheet = sheets.tracking();
        var newest = List.of(new RecordApi.Sort(SheetLayout.CHANGED_AT, true));
        var rows = new LinkedHashMap<String, Row>();
        RecordApi.Records page;
        int offset = 0;
        do {
            page = api.get(new Query(sheet.docid(), sheet.id(), null, newest, offset, PAGE));
            var before = Instant.MAX;
            for (var record : page.records()) {
                var row = row(record);
                if (row.updatedAt().isAfter(before)) {
                    return Optional.empty();
                }
                if (row.updatedAt().isBefore(since.minus(SLACK))) {
                    return Optional.of(List.copyOf(rows.values()));
                }
                if (!row.updatedAt().isBefore(since)) {
                    rows.put(row.recordId(), row);
                }
                before = row.updatedAt().plus(SLACK);
            }
            int size = page.records().size();
            offset += Math.max(1, Math.max(size / 2, size - SHIFTED));
        } while (page.has_more() && !page.records().isEmpty());
        return Optional.of(List.copyOf(rows.values()));
    }

    private List<Row> all(Instant since) {
        var sheet = sheets.tracking();
        var rows = new ArrayList<Row>();
        int offset = 0;
        RecordApi.Records page;
        do {
            page = api.get(new Query(sheet.docid(), sheet.id(), null, offset, 1000));
            page.records().stream()
                    .map(WeComTrackingTable::row)
                    .filter(row -> !row.updatedAt().isBefore(since))
                    .forEach(rows::add);
            offset = Math.max(page.next(), offset + page.records().size());
        } while (page.has_more() && !page.records().isEmpty());
        return rows;
    }

    @Override
    public void write(String recordId, Map<Field, Cell> cells) {
        var sheet = sheets.tracking();
        api.update(
                new Write(sheet.docid(), sheet.id(), List.of(new Values(recordId, wire(cells)))));
    }

    @Override
    public String add(Map<Field, Cell> cells) {
        var sheet = sheets.tracking();
        var added =
                api.add(
                        new Write(
                                sheet.docid(), sheet.id(), List.of(new Values(null, wire(cells)))));
        if (added.records().size() != 1) {
            throw new WeComUnavailable("企业微信没有返回新增行的编号", null);
        }
        return added.records().get(0).record_id();
    }

    @Override
    public Optional<String> url() {
        return sheets.trackingUrl();
    }

    private static Map<String, @Nullable Object> wire(Map<Field, Cell> cells) {
        var values = new HashMap<String, @Nullable Object>();
        cells.forEach((field, cell) -> values.put(field.title(), Cells.wire(cell)));
        return values;
    }

    private static Row row(Record record) {
        Map<String, JsonNode> cells = record.values() == null ? Map.of() : record.values();
        return new Row(
                record.record_id(),
                Cells.text(cells.get(DESCRIPTION.title())),
                Cells.text(cells.get(URGENCY.title())),
                Cells.text(cells.get(PROJECT.title())),
                Cells.flag(cells.get(MAJOR.title())),
                Cells.person(cells.get(REPORTER.title())),
                Cells.text(cells.get(ISSUE_NO.title())),
                Cells.text(cells.get(NOTE.title())),
                RowCells.shown(cells),
                Cells.time(record.create_time()),
                Cells.time(record.update_time()));
    }
}
