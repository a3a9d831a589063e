package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.callback.Event;
import io.issueloop.sandbox.state.Json;

/**
 * {@code sys_approval_change}, page 91815: everything but the form's values. The misspellings and
 * the two spellings of the time are WeCom's.
 */
final class ApprovalEvent {

    /** Of the approval application, as the page shows it. */
    private static final int AGENT_ID = 3010040;

    private final Event event = Event.of("sys", "sys_approval_change");

    private ApprovalEvent() {}

    static Event of(Form form, Change change) {
        var told = new ApprovalEvent();
        told.event.number("AgentID", AGENT_ID).open("ApprovalInfo");
        told.head(form);
        form.steps().stream().filter(s -> s.type() == Step.APPROVER).forEach(told::record);
        form.copied().forEach(told::notifyer);
        told.event.open("ProcessList");
        form.steps().forEach(told::node);
        told.event.close("ProcessList");
        form.comments().forEach(told::comment);
        told.event.number("StatuChangeEvent", change.code);
        return told.event.close("ApprovalInfo");
    }

    private void head(Form form) {
        event.text("SpNoStr", form.number())
                .number("SpNo", Long.parseLong(form.number()))
                .text("SpName", form.name())
                .number("SpStatus", form.status())
                .text("TemplateId", form.templateId())
                .number("ApplyTime", form.appliedAt());
        user("Applyer", form.applicant()).text("Party", form.party()).close("Applyer");
    }

    private void record(Step step) {
        event.open("SpRecord")
                .number("SpStatus", step.status())
                .number("ApproverAttr", Details.approverAttr(step));
        for (var person : step.people()) {
            event.open("Details");
            user("Approver", Step.userid(person)).close("Approver");
            event.text("Speech", person.path("speech").asText())
                    .number("SpStatus", person.path("status").asInt())
                    .number("SpTime", person.path("time").asLong());
            event.close("Details");
        }
        event.close("SpRecord");
    }

    private void notifyer(String userid) {
        user("Notifyer", userid).close("Notifyer");
    }

    private void node(Step step) {
        boolean copy = step.type() == Step.CC;
        event.open("NodeList").number("NodeType", step.type());
        if (!copy) {
            event.number("SpStatus", step.status()).number("ApvRel", step.rel());
        }
        for (var person : step.people()) {
            event.open("SubNodeList");
            user("UserInfo", Step.userid(person)).close("UserInfo");
            if (!copy) {
                opinion(person);
            }
            event.close("SubNodeList");
        }
        event.close("NodeList");
    }

    private void opinion(ObjectNode person) {
        event.text("Speech", person.path("speech").asText())
                .number("SpYj", person.path("status").asInt())
                .number("Sptime", person.path("time").asLong());
    }

    private void comment(ObjectNode comment) {
        event.open("Comments");
        user("CommentUserInfo", comment.path("userid").asText()).close("CommentUserInfo");
        event.number("CommentTime", comment.path("time").asLong())
                .text("CommentContent", comment.path("content").asText())
                .text("CommentId", comment.path("id").asText());
        Json.texts(comment.path("media")).forEach(media -> event.text("Attach", media));
        event.close("Comments");
    }

    private Event user(String element, String userid) {
        return event.open(element).text("UserId", userid);
    }
}
