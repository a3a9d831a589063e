package io.issueloop.wecom;

import io.issueloop.collaboration.TrackingRows;
import io.issueloop.collaboration.TrackingTable;
import io.issueloop.shared.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Members changed rows of the tracking sheet (page 100986). The event names only the rows, so all
 * rows of a batch are read by as few calls as possible, and each is handed on once, in a
 * transaction of its own.
 */
@Component
class TableEvents implements EventHandler {

    private static final String ADDED = "add_record";
    private static final String UPDATED = "update_record";
    private static final String DELETED = "delete_record";

    private final Sheets sheets;
    private final TrackingTable table;
    private final TrackingRows rows;
    private final Parallel parallel;

    TableEvents(Sheets sheets, TrackingTable table, TrackingRows rows, Parallel parallel) {
        this.sheets = sheets;
        this.table = table;
        this.rows = rows;
        this.parallel = parallel;
    }

    @Override
    public boolean handles(CallbackEvent event) {
        return event.type().equals("smart_sheet_change")
                && Set.of(ADDED, UPDATED, DELETED).contains(event.changeType());
    }

    @Override
    public void handle(List<CallbackEvent> events, Settlement settlement) {
        var tracking = sheets.tracking();
        var ours = new ArrayList<CallbackEvent>();
        for (var event : events) {
            if (tracking.equals(sheetOf(event))) {
                ours.add(event);
            } else {
                settlement.ignored(event.message());
            }
        }
        try {
            seen(ours, settlement);
        } catch (WeComRejected rejected) {
            if (ours.size() == 1) {
                throw rejected;
            }
            // one of them names something WeCom refuses: the others must not suffer
            ours.forEach(event -> alone(event, settlement));
        }
    }

    private void alone(CallbackEvent event, Settlement settlement) {
        try {
            seen(List.of(event), settlement);
        } catch (RuntimeException problem) {
            settlement.failed(event.message(), problem);
        }
    }

    private void seen(List<CallbackEvent> events, Settlement settlement) {
        var changed = changedBy(events);
        var deleted = deletedBy(events);
        deleted.keySet().forEach(changed::remove);
        var present =
                changed.isEmpty()
                        ? List.<TrackingTable.Row>of()
                        : table.rows(List.copyOf(changed.keySet()));
        var work = new LinkedHashMap<String, Runnable>();
        for (var row : present) {
            var by = changed.getOrDefault(row.recordId(), Optional.empty());
            work.put(row.recordId(), () -> rows.seen(row, by));
        }
        deleted.forEach((id, by) -> work.put(id, () -> rows.deleted(id, by)));
        var problems = parallel.run(work);
        for (var event : events) {
            event.texts("RecordId").stream()
                    .filter(problems::containsKey)
                    .findFirst()
                    .ifPresentOrElse(
                            id -> settlement.failed(event.message(), problems.get(id)),
                            () -> settlement.done(event));
        }
    }

    /** Who added the row, otherwise who changed it last. */
    private static Map<String, Optional<UserId>> changedBy(List<CallbackEvent> events) {
        var by = new LinkedHashMap<String, Optional<UserId>>();
        var added = new LinkedHashSet<String>();
        for (var event : events) {
            if (event.changeType().equals(DELETED)) {
                continue;
            }
            for (var id : event.texts("RecordId")) {
                if (event.changeType().equals(ADDED)) {
                    added.add(id);
                    by.put(id, event.member());
                } else if (!added.contains(id)) {
                    by.put(id, event.member());
                }
            }
        }
        return by;
    }

    private static Map<String, UserId> deletedBy(List<CallbackEvent> events) {
        var by = new HashMap<String, UserId>();
        for (var event : events) {
            if (event.changeType().equals(DELETED)) {
                var user = event.member().orElse(UserId.SYSTEM);
                event.texts("RecordId").forEach(id -> by.put(id, user));
            }
        }
        return by;
    }

    private static Sheets.Sheet sheetOf(CallbackEvent event) {
        return new Sheets.Sheet(event.xml().textOf("DocId"), event.xml().textOf("SheetId"));
    }
}
