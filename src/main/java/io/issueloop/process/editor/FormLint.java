package io.issueloop.process.editor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.model.Finding.Level;
import java.util.HashSet;

/** What a form must have. */
final class FormLint {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormLint() {}

    static void look(String key, String content, Findings findings) {
        try {
            var id = JSON.readTree(content).path("id").asText();
            if (!id.equals(key)) {
                findings.add(Level.ERROR, key, "", "表单编号必须是 %s，不能改成 %s".formatted(key, id));
            }
        } catch (JsonProcessingException e) {
            findings.add(Level.ERROR, key, "", "不是有效的表单文件");
        }
        var variables = new HashSet<String>();
        for (var field : FormParts.of(content)) {
            var variable = field.facets().getOrDefault("变量", "");
            if (!variable.isEmpty() && !variables.add(variable)) {
                findings.add(
                        Level.ERROR, field.id(), field.name(), "变量 %s 用了两次".formatted(variable));
            }
        }
    }
}
