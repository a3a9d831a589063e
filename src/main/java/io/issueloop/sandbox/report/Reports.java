package io.issueloop.sandbox.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reports members wrote, and what became of them: read and commented. No callback tells of them.
 */
public final class Reports {

    private final Table reports;
    private final ReportTemplates templates;
    private final Contacts contacts;
    private final Ids ids;
    private final SandboxClock clock;

    Reports(
            Store store,
            ReportTemplates templates,
            Contacts contacts,
            Ids ids,
            SandboxClock clock) {
        this.reports = store.table("reports");
        this.templates = templates;
        this.contacts = contacts;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param given text by control id
     */
    public ObjectNode write(
            String userid, String templateId, List<String> receivers, ObjectNode given) {
        var template =
                templates
                        .find(templateId)
                        .orElseThrow(() -> new IllegalArgumentException("没有这个汇报模板"));
        requireMember(userid);
        receivers.forEach(this::requireMember);
        if (receivers.isEmpty()) {
            throw new IllegalArgumentException("请选择汇报给谁");
        }
        var report =
                Json.object()
                        .put("journal_uuid", ids.random("", 66))
                        .put("template_id", templateId)
                        .put("template_name", template.path("template_name").asText())
                        .put("report_time", clock.seconds());
        report.putObject("submitter").put("userid", userid);
        report.set("receivers", people(receivers));
        report.putArray("readed_receivers");
        report.putObject("apply_data").set("contents", contents(template, given));
        report.putArray("comments");
        report.put("seq", ids.ordered("", "report"));
        save(report);
        return report;
    }

    private static ArrayNode contents(ObjectNode template, ObjectNode given) {
        var contents = Json.array();
        for (var control : template.path("controls")) {
            var id = control.path("id").asText();
            var text = given.path(id).asText("").strip();
            if (text.isEmpty() && control.path("require").asBoolean()) {
                throw new IllegalArgumentException(
                        "「%s」必须填写".formatted(control.path("title").asText()));
            }
            var content = contents.addObject();
            content.set("control", control.path("control"));
            content.put("id", id)
                    .putArray("title")
                    .addObject()
                    .put("text", control.path("title").asText())
                    .put("lang", "zh_CN");
            content.set("value", value(text));
        }
        return contents;
    }

    /** Text values come with their empty siblings, as WeCom sends them. */
    private static ObjectNode value(String text) {
        var value = Json.object().put("text", text);
        List.of(
                        "tips",
                        "members",
                        "departments",
                        "files",
                        "children",
                        "stat_field",
                        "sum_field",
                        "related_approval",
                        "students",
                        "classes")
                .forEach(value::putArray);
        return value;
    }

    /** What the member wrote or received, newest first. */
    public List<ObjectNode> of(String userid) {
        var list = new ArrayList<>(all());
        list.removeIf(r -> !submitter(r).equals(userid) && !receives(r, userid));
        Collections.reverse(list);
        return list;
    }

    /** A receiver opens it. */
    public ObjectNode read(String uuid, String userid) {
        var report = find(uuid).orElseThrow();
        if (!submitter(report).equals(userid) && !receives(report, userid)) {
            throw new SecurityException("这份汇报没有发给该成员");
        }
        var readers = report.withArray("readed_receivers");
        boolean known = false;
        for (var reader : readers) {
            known |= reader.path("userid").asText().equals(userid);
        }
        if (!known && receives(report, userid)) {
            readers.addObject().put("userid", userid);
            save(report);
        }
        return report;
    }

    public ObjectNode comment(String uuid, String userid, String content) {
        var report = read(uuid, userid);
        var comment = report.withArray("comments").addObject();
        comment.put("commentid", 6_899_287_783_354_824_000L + ids.next("report-comment"));
        comment.put("tocommentid", 0).putObject("comment_userinfo").put("userid", userid);
        comment.put("content", content).put("comment_time", clock.seconds());
        save(report);
        return report;
    }

    Optional<ObjectNode> find(String uuid) {
        return all().stream().filter(r -> r.path("journal_uuid").asText().equals(uuid)).findFirst();
    }

    /** In order of writing. */
    List<ObjectNode> all() {
        return reports.all();
    }

    static String submitter(ObjectNode report) {
        return report.at("/submitter/userid").asText();
    }

    private static boolean receives(ObjectNode report, String userid) {
        for (var receiver : report.path("receivers")) {
            if (receiver.path("userid").asText().equals(userid)) {
                return true;
            }
        }
        return false;
    }

    private void requireMember(String userid) {
        if (contacts.member(userid).isEmpty()) {
            throw new IllegalArgumentException("没有这个成员：" + userid);
        }
    }

    private static ArrayNode people(List<String> userids) {
        var people = Json.array();
        userids.forEach(userid -> people.addObject().put("userid", userid));
        return people;
    }

    private void save(ObjectNode report) {
        reports.put(report.path("seq").asText(), report);
    }
}
