package io.issueloop.process.editor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form as its parts: the fields. */
final class FormParts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormParts() {}

    static List<Part> of(String content) {
        var parts = new ArrayList<Part>();
        try {
            collect(JSON.readTree(content), parts);
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return parts;
    }

    private static void collect(JsonNode form, List<Part> parts) {
        for (var field : form.path("components")) {
            var facets = new LinkedHashMap<String, String>();
            field.properties()
                    .forEach(
                            one -> {
                                if (!List.of("id", "components", "layout").contains(one.getKey())) {
                                    flatten(label(one.getKey()), one.getValue(), facets);
                                }
                            });
            var key = field.path("key").asText("");
            var id = field.path("id").asText(key);
            var name = field.path("label").asText(key);
            parts.add(new Part(id, "字段", name, facets, field.path("layout").toString()));
            collect(field, parts);
        }
    }

    private static void flatten(String label, JsonNode value, Map<String, String> facets) {
        if (value.isObject()) {
            value.properties()
                    .forEach(one -> flatten(inside(label, one.getKey()), one.getValue(), facets));
        } else if (value.isArray()) {
            facets.put(label, value.toString());
        } else {
            facets.put(label, value.asText());
        }
    }

    /** 最多字数 is enough; a name without a word of ours needs to say where it stands. */
    private static String inside(String label, String name) {
        var word = label(name);
        return word.equals(name) ? label + "." + name : word;
    }

    private static String label(String name) {
        return switch (name) {
            case "label" -> "名称";
            case "key" -> "变量";
            case "type" -> "类型";
            case "text" -> "文字";
            case "description" -> "提示";
            case "defaultValue" -> "默认值";
            case "validate" -> "校验";
            case "required" -> "必填";
            case "maxLength" -> "最多字数";
            case "minLength" -> "最少字数";
            case "min" -> "最小值";
            case "max" -> "最大值";
            case "readonly" -> "只读";
            case "disabled" -> "停用";
            case "hide" -> "隐藏条件";
            case "values" -> "选项";
            case "conditional" -> "显示条件";
            default -> name;
        };
    }
}
