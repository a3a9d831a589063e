package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.RunningSandbox;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the tests of approvals say often. */
record ApprovalSandbox(RunningSandbox wecom) {

    static final String TITLE = "\"title\":[{\"text\":\"%s\",\"lang\":\"zh_CN\"}]";
    static final String REASON = control("Text-01", "原因", "", true);
    static final String SUMMARY =
            "\"summary_list\":[{\"summary_info\":[{\"text\":\"重大问题\",\"lang\":\"zh_CN\"}]}]";

    static String control(String id, String title, String config, boolean required) {
        return "{\"property\":{\"control\":\"%s\",\"id\":\"%s\",%s,\"require\":%d},\"config\":{%s}}"
                .formatted(
                        id.substring(0, id.indexOf('-')),
                        id,
                        TITLE.formatted(title),
                        required ? 1 : 0,
                        config);
    }

    static String template(String name, String... controls) {
        return "\"template_name\":[{\"text\":\"%s\",\"lang\":\"zh_CN\"}],\"template_content\":{\"controls\":[%s]}"
                .formatted(name, String.join(",", controls));
    }

    String newTemplate(String name, String... controls) {
        var answer = wecom.api("oa/approval/create_template", "{" + template(name, controls) + "}");
        if (answer.path("errcode").asInt() != 0) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.path("template_id").asText();
    }

    static String node(int type, int rel, String... userids) {
        return "{\"type\":%d,%s\"userid\":[\"%s\"]}"
                .formatted(
                        type,
                        rel == 0 ? "" : "\"apv_rel\":%d,".formatted(rel),
                        String.join("\",\"", userids));
    }

    static String content(String id, String value) {
        return "{\"control\":\"%s\",\"id\":\"%s\",\"value\":%s}"
                .formatted(id.substring(0, id.indexOf('-')), id, value);
    }

    static String application(String template, String contents, String... nodes) {
        return ("{\"creator_userid\":\"zhangwei\",\"template_id\":\"%s\",\"use_template_approver\":0,"
                        + "\"process\":{\"node_list\":[%s]},\"apply_data\":{\"contents\":[%s]},%s}")
                .formatted(template, String.join(",", nodes), contents, SUMMARY);
    }

    JsonNode apply(String template, String contents, String... nodes) {
        return wecom.api("oa/applyevent", application(template, contents, nodes));
    }

    /** A form with one text, on its way through the nodes. */
    String newForm(String template, String... nodes) {
        var answer = apply(template, content("Text-01", "{\"text\":\"上线\"}"), nodes);
        if (answer.path("errcode").asInt() != 0) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.path("sp_no").asText();
    }

    JsonNode info(String number) {
        return wecom.api("oa/getapprovaldetail", "{\"sp_no\":\"%s\"}".formatted(number))
                .path("info");
    }

    int status(String number) {
        return info(number).path("sp_status").asInt();
    }

    /** Who does what; more of the body after the userid. Returns the HTTP status. */
    int act(String number, String deed, String userid, String... more) {
        var body = "{\"userid\":\"%s\"%s}".formatted(userid, String.join("", more));
        var path = "/__sandbox/approvals/" + number + "/" + deed;
        return wecom.send("POST", path, body).statusCode();
    }

    JsonNode boxes(String userid) {
        return wecom.people("GET", "approvals?userid=" + userid, "");
    }

    List<String> box(String userid, String name) {
        return texts(boxes(userid).path(name), "sp_no");
    }

    /** sp_yj of the people in one node. */
    List<Integer> opinions(String number, int node) {
        var people = info(number).at("/process_list/node_list/" + node + "/sub_node_list");
        return stream(people).map(p -> p.path("sp_yj").asInt()).toList();
    }

    static List<String> texts(JsonNode list, String name) {
        return stream(list).map(item -> item.path(name).asText()).toList();
    }

    static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
