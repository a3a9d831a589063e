package io.issueloop.process.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges a Camunda Form: only the components Tasklist 7.24 draws and that load nothing. */
class FormRules {

    private static final Set<String> COMPONENTS =
            Set.of(
                    "default",
                    "text",
                    "textfield",
                    "textarea",
                    "number",
                    "datetime",
                    "checkbox",
                    "checklist",
                    "taglist",
                    "radio",
                    "select",
                    "group",
                    "dynamiclist",
                    "table",
                    "separator",
                    "spacer",
                    "button");

    private final ObjectMapper json = new ObjectMapper();

    List<Refusal> inspect(byte[] content) {
        try {
            var root = json.readTree(content);
            if (root == null
                    || !root.path("id").isTextual()
                    || !root.path("components").isArray()) {
                return List.of(new Refusal("form", "表单缺少 id 或 components"));
            }
            var refusals = new ArrayList<Refusal>();
            inspect(root, refusals);
            return refusals;
        } catch (IOException e) {
            return List.of(new Refusal("form", "不是有效的表单文件"));
        }
    }

    private static void inspect(JsonNode component, List<Refusal> refusals) {
        var type = component.path("type").asText("");
        if (!COMPONENTS.contains(type)) {
            var id = component.path("id").asText("form");
            refusals.add(new Refusal(id, "表单不允许使用组件 " + type));
        }
        component.path("components").forEach(inside -> inspect(inside, refusals));
    }
}
