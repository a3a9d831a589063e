package io.issueloop.collaboration;

import io.issueloop.collaboration.TrackingTable.Cell;
import io.issueloop.collaboration.TrackingTable.Field;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import java.util.Map;
import java.util.Optional;
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
    public Capability capability() {
        return Capability.TABLE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        tracked.noteOf(businessKey)
                .ifPresent(
                        note -> table.write(businessKey, Map.of(Field.NOTE, new Cell.Text(note))));
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        return tracked.noteOf(businessKey)
                .filter(note -> !note.isEmpty())
                .map(
                        note ->
                                ByHand.of(
                                        "在问题跟踪表中写明不能受理的原因",
                                        "请在表格「问题跟踪」中找到还没有问题编号的这一行（记录 %s），把下面的话写进「处理说明」。"
                                                .formatted(businessKey),
                                        note));
    }

    /** The table itself remembers it. */
    @Override
    public void doneByHand(String businessKey, String subject, String reference) {}
}
