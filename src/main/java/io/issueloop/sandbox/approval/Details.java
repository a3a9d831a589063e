package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Json;

/** A form as {@code getapprovaldetail} shows it, page 91983. */
final class Details {

    private Details() {}

    static ObjectNode of(Form form) {
        var info =
                Json.object()
                        .put("sp_no", form.number())
                        .put("sp_name", form.name())
                        .put("sp_status", form.status())
                        .put("template_id", form.templateId())
                        .put("apply_time", form.appliedAt());
        info.set("applyer", form.json().get("applyer"));
        var records = info.putArray("sp_record");
        var notifyers = info.putArray("notifyer");
        info.putObject("apply_data").set("contents", form.json().get("contents"));
        var comments = info.putArray("comments");
        var nodes = info.putObject("process_list").putArray("node_list");
        form.copied().forEach(userid -> notifyers.addObject().put("userid", userid));
        form.comments().forEach(c -> comment(comments.addObject(), c));
        for (var step : form.steps()) {
            node(nodes.addObject(), step);
            if (step.type() == Step.APPROVER) {
                approver(records.addObject(), step);
            }
        }
        return info;
    }

    /** 1 any, 2 all: the opposite of {@code apv_rel}. One after another needs all. */
    static int approverAttr(Step step) {
        return step.rel() == Step.ANY ? 1 : 2;
    }

    private static void approver(ObjectNode record, Step step) {
        record.put("sp_status", step.status()).put("approverattr", approverAttr(step));
        var details = record.putArray("details");
        for (var person : step.people()) {
            var detail = details.addObject();
            detail.putObject("approver").put("userid", Step.userid(person));
            detail.put("speech", person.path("speech").asText())
                    .put("sp_status", person.path("status").asInt())
                    .put("sptime", person.path("time").asLong())
                    .putArray("media_id");
        }
    }

    private static void node(ObjectNode node, Step step) {
        node.put("node_type", step.type());
        if (step.type() != Step.CC) {
            node.put("sp_status", step.status()).put("apv_rel", step.rel());
        }
        ArrayNode people = node.putArray("sub_node_list");
        for (var person : step.people()) {
            var sub = people.addObject().put("userid", Step.userid(person));
            if (step.type() != Step.CC) {
                sub.put("speech", person.path("speech").asText())
                        .put("sp_yj", person.path("status").asInt())
                        .put("sptime", person.path("time").asLong())
                        .putArray("media_ids");
            }
        }
    }

    private static void comment(ObjectNode shown, ObjectNode comment) {
        shown.putObject("commentUserInfo").put("userid", comment.path("userid").asText());
        shown.put("commenttime", comment.path("time").asLong())
                .put("commentcontent", comment.path("content").asText())
                .put("commentid", comment.path("id").asText())
                .set("media_id", Json.array(Json.texts(comment.path("media"))));
    }
}
