package io.issueloop.wecom;

import io.issueloop.approval.NativeApprovals;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A native approval changed (page 91815). What the event says is not believed: the form is read, so
 * that events may come early, late, twice or two in one second. One reading serves all events of a
 * batch about one form.
 */
@Component
class ApprovalEvents implements EventHandler {

    private final NativeApprovals approvals;

    ApprovalEvents(NativeApprovals approvals) {
        this.approvals = approvals;
    }

    @Override
    public boolean handles(CallbackEvent event) {
        return ApprovalChange.isOne(event);
    }

    @Override
    public void handle(List<CallbackEvent> events, Settlement settlement) {
        var forms = new LinkedHashMap<String, List<CallbackEvent>>();
        events.forEach(
                event ->
                        forms.computeIfAbsent(
                                        ApprovalChange.of(event).number(),
                                        number -> new java.util.ArrayList<>())
                                .add(event));
        forms.forEach((number, about) -> handle(number, about, settlement));
    }

    private void handle(String number, List<CallbackEvent> about, Settlement settlement) {
        try {
            approvals.changed(number);
            about.forEach(settlement::done);
        } catch (RuntimeException problem) {
            about.forEach(event -> settlement.failed(event.message(), problem));
        }
    }
}
