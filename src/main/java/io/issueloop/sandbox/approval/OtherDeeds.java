package io.issueloop.sandbox.approval;

import static io.issueloop.sandbox.approval.Deeds.deed;

import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.approval.Forms.Deed;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import java.util.List;
import java.util.Map;

/** What applicants do, and the comment anybody concerned may leave. */
final class OtherDeeds {

    /** Comment ids look like WeCom's: large numbers. */
    private static final long FIRST_COMMENT = 6_700_000_000_000_000_000L;

    private final Applications applications;
    private final SandboxClock clock;
    private final Ids ids;

    OtherDeeds(Applications applications, SandboxClock clock, Ids ids) {
        this.applications = applications;
        this.clock = clock;
        this.ids = ids;
    }

    Map<String, Deeds> all() {
        return Map.of(
                "resubmit",
                this::resubmit,
                "urge",
                (form, order) -> deed(order, Change.URGE, form.waitingFor()),
                "revoke",
                (form, order) -> end(form, order, Form.REVOKED, Change.REVOKE),
                "revoke_approved",
                this::revokeApproved,
                "delete",
                (form, order) -> end(form, order, Form.DELETED, Change.DELETE),
                "comment",
                this::comment);
    }

    /** After it was sent back; {@code contents} replaces what was filled in. */
    private Deed resubmit(Form form, Input order) {
        if (order.has("contents")) {
            var template = applications.template(form.templateId());
            var given = order.requireList("contents").objects("contents", 200);
            form.json().set("contents", applications.contents(template, given));
        }
        Flow.start(form);
        return deed(order, Change.APPLY);
    }

    private Deed revokeApproved(Form form, Input order) {
        return end(form, order, Form.REVOKED_AFTER_APPROVAL, Change.REVOKE_APPROVED);
    }

    private static Deed end(Form form, Input order, int status, Change change) {
        form.status(status);
        return deed(order, change);
    }

    private Deed comment(Form form, Input order) {
        var content = order.textUpTo("content", 1000);
        form.json()
                .withArray("comments")
                .addObject()
                .put("id", Long.toString(FIRST_COMMENT + ids.next("comment")))
                .put("userid", order.text("userid"))
                .put("content", order.text("content"))
                .put("time", clock.seconds())
                .putArray("media");
        return new Deed(order.text("userid"), Change.COMMENT, content, List.of());
    }
}
