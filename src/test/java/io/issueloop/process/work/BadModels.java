package io.issueloop.process.work;

import java.util.LinkedHashMap;
import java.util.Map;

/** Models somebody might try to deploy, by mistake or not. */
final class BadModels {

    private BadModels() {}

    /** A content, and what its author must at least be told. */
    record Bad(String content, String said) {}

    static Map<String, Bad> of(String process, String table, String form) {
        var bad = new LinkedHashMap<String, Bad>();
        var service = "<bpmn:serviceTask id=\"Task_AssignHandler\"";
        bad.put(
                "script task",
                edit(process, service, "<bpmn:scriptTask id=\"Task_AssignHandler\"", "指派处理人"));
        bad.put(
                "reflection",
                edit(
                        process,
                        "#{assignHandlerDelegate}",
                        "${''.getClass().forName('x')}",
                        "指派处理人"));
        bad.put(
                "shell",
                edit(
                        process,
                        service,
                        service + " camunda:type=\"shell\"",
                        "不允许使用属性 camunda:type"));
        bad.put(
                "unknown bean",
                edit(process, "#{assignHandlerDelegate}", "#{ghostDelegate}", "ghostDelegate"));
        bad.put(
                "called process",
                edit(
                        process,
                        "calledElement=\"issue_handling\"",
                        "calledElement=\"ghost\"",
                        "没有流程 ghost"));
        bad.put(
                "missing form",
                edit(process, "formRef=\"triage_issue\"", "formRef=\"ghost\"", "没有表单 ghost"));
        bad.put(
                "time to live",
                edit(process, " camunda:historyTimeToLive=\"P365D\"", "", "缺少历史保留时间"));
        bad.put(
                "other key",
                edit(process, "process id=\"issue_lifecycle\"", "process id=\"mine\"", "流程编号"));
        bad.put("broken", new Bad(process.substring(0, process.length() / 2), "行第"));
        bad.put(
                "lost target",
                edit(process, "targetRef=\"Task_AssignHandler\"", "targetRef=\"Ghost\"", "「"));
        bad.put(
                "entity",
                new Bad(doctype("<!ENTITY a SYSTEM \"file:///etc/passwd\">", process), "DOCTYPE"));
        bad.put("laughs", new Bad(doctype(laughs(), process), "DOCTYPE"));
        bad.put("large", new Bad(process + " ".repeat(10_000_000), "文件太大"));
        bad.put("no process", new Bad("你好", "第 1 行"));
        bad.put(
                "dmn language",
                edit(
                        table,
                        "typeRef=\"string\"",
                        "typeRef=\"string\" expressionLanguage=\"juel\"",
                        "FEEL"));
        bad.put(
                "dmn cell",
                edit(table, "contains(?, &quot;线上&quot;)", "contains(?, &quot;线上", "写法不对"));
        bad.put(
                "form component",
                edit(
                        form,
                        "\"components\": [",
                        "\"components\": [{\"type\":\"filepicker\",\"id\":\"x\"},",
                        "filepicker"));
        bad.put("form text", new Bad("{", "表单"));
        return bad;
    }

    private static Bad edit(String text, String from, String to, String said) {
        var edited = text.replace(from, to);
        if (from.equals("<bpmn:serviceTask id=\"Task_AssignHandler\"") && to.contains("script")) {
            edited =
                    edited.replaceFirst(
                            "(?s)(scriptTask.*?)</bpmn:serviceTask>", "$1</bpmn:scriptTask>");
        }
        if (edited.equals(text)) {
            throw new IllegalArgumentException("not in the model: " + from);
        }
        return new Bad(edited, said);
    }

    private static String doctype(String inside, String process) {
        return process.replaceFirst("\\?>", "?><!DOCTYPE x [" + inside + "]>")
                .replace("问题已提报", "&a;");
    }

    private static String laughs() {
        return "<!ENTITY b \"ha\"><!ENTITY a \"" + "&b;".repeat(50) + "\">";
    }
}
