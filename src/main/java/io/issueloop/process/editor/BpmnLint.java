package io.issueloop.process.editor;

import static io.issueloop.process.editor.BpmnParts.BPMN;
import static io.issueloop.process.editor.BpmnParts.children;

import io.issueloop.process.gate.XmlModel;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** What a diagram must have to run, and what people expect of it. */
final class BpmnLint {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> DOCUMENTED = Set.of("userTask", "serviceTask", "callActivity");

    private final String key;
    private final List<Element> elements;
    private final Set<String> drawn;
    private final Findings findings;

    BpmnLint(String key, List<Element> elements, Findings findings) {
        this.key = key;
        this.elements = elements.stream().filter(e -> BPMN.equals(XmlModel.namespace(e))).toList();
        this.drawn = Drawing.places(elements).keySet();
        this.findings = findings;
    }

    void look() {
        var processes = named("process");
        if (processes.size() != 1) {
            findings.error(elements.get(0), "一个文件必须正好有一个流程，这里有 %d 个".formatted(processes.size()));
        }
        processes.forEach(this::process);
        elements.forEach(this::element);
        new BpmnFlows(elements, findings).look();
        drawing();
    }

    private void process(Element process) {
        if (!process.getAttribute("id").equals(key)) {
            findings.error(
                    process, "流程编号必须是 %s，不能改成 %s".formatted(key, process.getAttribute("id")));
        }
        if (!process.getAttribute("isExecutable").equals("true")) {
            findings.error(process, "流程没有设为可执行");
        }
        if (camunda(process, "historyTimeToLive").isEmpty()) {
            findings.error(process, "缺少历史保留时间（例如 P365D）");
        }
        if (!isDocumented(process)) {
            findings.warn(process, "没有说明：写一句这个流程做什么、谁参与");
        }
    }

    private void element(Element element) {
        switch (element.getLocalName()) {
            case "userTask" -> userTask(element);
            case "serviceTask", "sendTask" -> {
                if (camunda(element, "delegateExpression").isEmpty()) {
                    findings.error(element, "没有选择执行程序");
                }
            }
            case "businessRuleTask" -> {
                if (camunda(element, "decisionRef").isEmpty()
                        && camunda(element, "delegateExpression").isEmpty()) {
                    findings.error(element, "没有选择决策表");
                }
            }
            case "callActivity" -> {
                if (element.getAttribute("calledElement").isEmpty()) {
                    findings.error(element, "没有选择要调用的流程");
                }
            }
            default -> {}
        }
        if (DOCUMENTED.contains(element.getLocalName()) && !isDocumented(element)) {
            findings.warn(element, "没有说明：写一句谁做什么、逾期会怎样");
        }
    }

    private void userTask(Element task) {
        if (task.getAttribute("name").isBlank()) {
            findings.warn(task, "没有名称，待办列表里将看不出要做什么");
        }
        if (camunda(task, "assignee").isEmpty()
                && camunda(task, "candidateGroups").isEmpty()
                && camunda(task, "candidateUsers").isEmpty()) {
            findings.warn(task, "没有指定办理人或候选组，没有人会看到这个任务");
        }
        if (camunda(task, "formRef").isEmpty()) {
            findings.warn(task, "没有选择表单，只能看不能填");
        }
    }

    private void drawing() {
        elements.stream()
                .filter(e -> Words.isStep(e.getLocalName()))
                .filter(e -> !drawn.contains(e.getAttribute("id")))
                .findFirst()
                .ifPresent(e -> findings.warn(e, "图上没有画出这个元素"));
    }

    private List<Element> named(String type) {
        return elements.stream().filter(e -> e.getLocalName().equals(type)).toList();
    }

    static String camunda(Element element, String name) {
        return element.getAttributeNS(CAMUNDA, name);
    }

    static String title(Element element) {
        var name = element.getAttribute("name");
        return name.isEmpty() ? element.getAttribute("id") : name;
    }

    private static boolean isDocumented(Element element) {
        return children(element).stream()
                .anyMatch(
                        c ->
                                c.getLocalName().equals("documentation")
                                        && !XmlModel.text(c).isBlank());
    }
}
