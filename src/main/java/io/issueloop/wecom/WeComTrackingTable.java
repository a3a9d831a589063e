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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheet 问题 of the smart table 问题跟踪. */
@Component
class WeComTrackingTable implements TrackingTable {

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

    /** WeCom cannot filter by the time of the change, so all rows are read and compared here. */
    @Override
    public List<Row> changedSince(Instant since) {
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
                Cells.time(record.create_time()),
                Cells.time(record.update_time()));
    }
}
