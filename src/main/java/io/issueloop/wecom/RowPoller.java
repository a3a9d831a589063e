package io.issueloop.wecom;

import io.issueloop.collaboration.TrackingTable;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Modes;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Rows of the tracking sheet that changed go into the inbox, as if WeCom had told us. The same row
 * at the same state is put there once.
 */
@Component
class RowPoller implements Poller {

    /** Rows that were being written while the last look passed by. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final TrackingTable table;
    private final Sheets sheets;
    private final Inbox inbox;
    private final Modes modes;

    RowPoller(TrackingTable table, Sheets sheets, Inbox inbox, Modes modes) {
        this.table = table;
        this.sheets = sheets;
        this.inbox = inbox;
        this.modes = modes;
    }

    @Override
    public String kind() {
        return "rows";
    }

    @Override
    public String label() {
        return "表格行";
    }

    @Override
    public boolean isReady() {
        return modes.isAuto(Capability.TABLE) && sheets.isSetUp();
    }

    /** In WeCom's time, so that a wrong clock here loses nothing. */
    @Override
    public Instant poll(Instant since) {
        var newest = since;
        for (var row : table.changedSince(since.minus(OVERLAP))) {
            if (!inbox.store(event(row))) {
                throw new IllegalStateException("收件箱暂时无法写入");
            }
            newest = row.updatedAt().isAfter(newest) ? row.updatedAt() : newest;
        }
        return newest;
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
