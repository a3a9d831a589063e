package io.issueloop.wecom;

import io.issueloop.collaboration.TrackingTable;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Modes;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Callbacks may never come (page 90238): rows that changed are looked for and put into the inbox,
 * as if WeCom had told us. The same row at the same state is put there once.
 */
@Component
class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
    private static final String NAME = "tracking-rows";

    /** Rows that were being written while the last look passed by. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final TrackingTable table;
    private final Sheets sheets;
    private final Inbox inbox;
    private final Watermarks watermarks;
    private final Leases leases;
    private final WeComProperties properties;
    private final Modes modes;

    Reconciliation(
            TrackingTable table,
            Sheets sheets,
            Inbox inbox,
            Watermarks watermarks,
            Leases leases,
            WeComProperties properties,
            Modes modes) {
        this.table = table;
        this.sheets = sheets;
        this.inbox = inbox;
        this.watermarks = watermarks;
        this.leases = leases;
        this.properties = properties;
        this.modes = modes;
    }

    /** On one node per interval; not while a person keeps the table, or nobody. */
    @Scheduled(
            fixedDelayString = "${wecom.reconcile-interval:60s}",
            initialDelayString = "${wecom.reconcile-interval:60s}")
    void look() {
        try {
            if (modes.isAuto(Capability.TABLE)
                    && sheets.isSetUp()
                    && leases.take("reconcile", properties.reconcileInterval().dividedBy(2))) {
                lookAlone();
            }
        } catch (RuntimeException problem) {
            log.warn("the tracking table could not be reconciled: {}", problem.toString());
        }
    }

    /** In WeCom's time, so that a wrong clock here loses nothing. */
    private void lookAlone() {
        var last = watermarks.get(NAME);
        var newest = last;
        for (var row : table.changedSince(last.minus(OVERLAP))) {
            if (!inbox.store(event(row))) {
                return;
            }
            newest = row.updatedAt().isAfter(newest) ? row.updatedAt() : newest;
        }
        if (newest.isAfter(last)) {
            watermarks.set(NAME, newest);
        }
    }

    private String event(TrackingTable.Row row) {
        var sheet = sheets.tracking();
        return """
                <xml><FromUserName></FromUserName><CreateTime>%s</CreateTime><MsgType>event</MsgType>\
                <Event>smart_sheet_change</Event><ChangeType>update_record</ChangeType>\
                <DocId><![CDATA[%s]]></DocId><SheetId><![CDATA[%s]]></SheetId>\
                <RecordId><![CDATA[%s]]></RecordId></xml>"""
                .formatted(row.updatedAt(), sheet.docid(), sheet.id(), row.recordId());
    }
}
