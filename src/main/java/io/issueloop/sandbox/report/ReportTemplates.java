package io.issueloop.sandbox.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Json;
import java.util.List;
import java.util.Optional;

/**
 * The report templates of the corp. The admin console makes them in reality; here there are three,
 * for the whole corp, sent to the direct leader.
 */
public final class ReportTemplates {

    static final int DAILY = 2;
    static final int WEEKLY = 3;
    static final int MONTHLY = 4;

    private final List<ObjectNode> all =
            List.of(
                    template(
                            "3TmALk1ogfgKiQE3e3jRwnTUhMTh8vca1N8zUVNUday",
                            "日报",
                            DAILY,
                            "今日完成",
                            "明日计划"),
                    template(
                            "3TmALk1ogfgKiQE3e3jRwnTUhMTh8vca1N8zUVNwek",
                            "周报",
                            WEEKLY,
                            "本周完成",
                            "遇到的问题",
                            "下周计划"),
                    template(
                            "3TmALk1ogfgKiQE3e3jRwnTUhMTh8vca1N8zUVNmon",
                            "月报",
                            MONTHLY,
                            "本月成果",
                            "下月计划"));

    public List<ObjectNode> all() {
        return all.stream().map(ObjectNode::deepCopy).toList();
    }

    Optional<ObjectNode> find(String id) {
        return all().stream().filter(t -> t.path("template_id").asText().equals(id)).findFirst();
    }

    private static ObjectNode template(String id, String name, int type, String... questions) {
        var template =
                Json.object()
                        .put("template_id", id)
                        .put("template_name", name)
                        .put("report_type", type);
        var controls = template.putArray("controls");
        for (int i = 0; i < questions.length; i++) {
            controls.addObject()
                    .put("control", "Textarea")
                    .put("id", "Textarea-160636547712" + i)
                    .put("title", questions[i])
                    .put("require", i == 0);
        }
        return template;
    }
}
