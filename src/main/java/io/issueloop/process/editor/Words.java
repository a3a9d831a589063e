package io.issueloop.process.editor;

import java.util.Map;
import java.util.Set;

/** The words people use for parts of models and what is said about them. */
final class Words {

    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("process", "流程"),
                    Map.entry("startEvent", "开始事件"),
                    Map.entry("endEvent", "结束事件"),
                    Map.entry("intermediateCatchEvent", "中间事件"),
                    Map.entry("intermediateThrowEvent", "中间事件"),
                    Map.entry("boundaryEvent", "边界事件"),
                    Map.entry("userTask", "用户任务"),
                    Map.entry("serviceTask", "服务任务"),
                    Map.entry("sendTask", "发送任务"),
                    Map.entry("receiveTask", "接收任务"),
                    Map.entry("businessRuleTask", "规则任务"),
                    Map.entry("manualTask", "手工任务"),
                    Map.entry("scriptTask", "脚本任务"),
                    Map.entry("task", "任务"),
                    Map.entry("callActivity", "调用流程"),
                    Map.entry("subProcess", "子流程"),
                    Map.entry("exclusiveGateway", "排他网关"),
                    Map.entry("parallelGateway", "并行网关"),
                    Map.entry("inclusiveGateway", "包容网关"),
                    Map.entry("eventBasedGateway", "事件网关"),
                    Map.entry("sequenceFlow", "连线"),
                    Map.entry("message", "消息"),
                    Map.entry("signal", "信号"),
                    Map.entry("error", "错误"),
                    Map.entry("escalation", "升级"),
                    Map.entry("textAnnotation", "注释"),
                    Map.entry("decision", "决策"),
                    Map.entry("input", "输入列"),
                    Map.entry("output", "输出列"),
                    Map.entry("inputData", "输入数据"),
                    Map.entry("rule", "规则"),
                    Map.entry("timerEventDefinition", "定时"),
                    Map.entry("messageEventDefinition", "消息"),
                    Map.entry("signalEventDefinition", "信号"),
                    Map.entry("conditionalEventDefinition", "条件"));

    private static final Map<String, String> LABELS =
            Map.ofEntries(
                    Map.entry("name", "名称"),
                    Map.entry("label", "名称"),
                    Map.entry("documentation", "说明"),
                    Map.entry("description", "说明"),
                    Map.entry("assignee", "办理人"),
                    Map.entry("candidateGroups", "候选组"),
                    Map.entry("candidateUsers", "候选人"),
                    Map.entry("formRef", "表单"),
                    Map.entry("dueDate", "到期时间"),
                    Map.entry("followUpDate", "跟进时间"),
                    Map.entry("delegateExpression", "执行程序"),
                    Map.entry("calledElement", "调用的流程"),
                    Map.entry("decisionRef", "决策表"),
                    Map.entry("resultVariable", "结果变量"),
                    Map.entry("historyTimeToLive", "历史保留时间"),
                    Map.entry("conditionExpression", "条件"),
                    Map.entry("timeDuration", "等待时间"),
                    Map.entry("timeDate", "定时日期"),
                    Map.entry("timeCycle", "定时周期"),
                    Map.entry("sourceRef", "起点"),
                    Map.entry("targetRef", "终点"),
                    Map.entry("default", "默认分支"),
                    Map.entry("attachedToRef", "附着于"),
                    Map.entry("cancelActivity", "是否中断"),
                    Map.entry("asyncBefore", "前异步"),
                    Map.entry("asyncAfter", "后异步"),
                    Map.entry("failedJobRetryTimeCycle", "重试间隔"),
                    Map.entry("executionListener", "执行监听器"),
                    Map.entry("taskListener", "任务监听器"),
                    Map.entry("in", "传入"),
                    Map.entry("out", "传出"),
                    Map.entry("hitPolicy", "命中策略"),
                    Map.entry("aggregation", "汇总方式"),
                    Map.entry("messageRef", "消息"),
                    Map.entry("isExecutable", "可执行"));

    private static final Set<String> STEPS =
            Set.of("sequenceFlow", "task", "callActivity", "subProcess", "transaction");

    private Words() {}

    static String kind(String element) {
        return KINDS.getOrDefault(element, element);
    }

    static String label(String name) {
        return LABELS.getOrDefault(name, name);
    }

    /** Something a token can be at, or go along. */
    static boolean isStep(String element) {
        return STEPS.contains(element)
                || element.endsWith("Task")
                || element.endsWith("Gateway")
                || element.endsWith("Event");
    }
}
