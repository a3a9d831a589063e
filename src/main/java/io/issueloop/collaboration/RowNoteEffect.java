package io.issueloop.collaboration;

import io.issueloop.collaboration.TrackingTable.Cell;
import io.issueloop.collaboration.TrackingTable.Field;
import io.issueloop.delivery.Effect;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a row that is no issue yet why; the business key is the row's record id. */
@Component
class RowNoteEffect implements Effect {

    static final String NAME = "ROW_NOTE";

    private final TrackedRows tracked;
    private final TrackingTable table;

    RowNoteEffect(TrackedRows tracked, TrackingTable table) {
        this.tracked = tracked;
        this.table = table;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "问题跟踪表校验结果";
    }

    @Override
    public void perform(String businessKey, String subject) {
        tracked.noteOf(businessKey)
                .ifPresent(
                        note -> table.write(businessKey, Map.of(Field.NOTE, new Cell.Text(note))));
    }
}
