package io.issueloop.process.path;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePath;
import io.issueloop.process.path.Diagram.Edge;
import io.issueloop.process.path.Diagram.Node;
import io.issueloop.process.path.Steps.Step;
import io.issueloop.shared.UserId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reads the walks of an issue from the engine. */
@Component
class CamundaIssuePath implements IssuePath {

    /** Its own small process per effect: shown as messages, not as the issue's way. */
    private static final String DELIVERY = "wecom_delivery";

    private static final String REPORT = "report_issue";

    private static final int MOST = 60;

    private final HistoryService history;
    private final RepositoryService repository;
    private final TaskService tasks;

    /** A deployed diagram never changes. */
    private final Map<String, Diagram> diagrams = new ConcurrentHashMap<>();

    CamundaIssuePath(HistoryService history, RepositoryService repository, TaskService tasks) {
        this.history = history;
        this.repository = repository;
        this.tasks = tasks;
    }

    @Override
    public List<Walk> of(IssueNo issueNo) {
        var instances =
                history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(issueNo.value())
                        .processDefinitionKeyNotIn(List.of(DELIVERY, REPORT))
                        .orderByProcessInstanceStartTime()
                        .asc()
                        .listPage(0, MOST);
        var activities =
                instances.stream()
                        .collect(
                                Collectors.toMap(HistoricProcessInstance::getId, this::activities));
        var callers = callers(activities);
        var holders = holders(issueNo);
        return instances.stream()
                .map(
                        one ->
                                walk(
                                        one,
                                        activities.getOrDefault(one.getId(), List.of()),
                                        callers,
                                        holders))
                .toList();
    }

    private List<HistoricActivityInstance> activities(HistoricProcessInstance instance) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list();
    }

    private static Map<String, Caller> callers(
            Map<String, List<HistoricActivityInstance>> instances) {
        return instances.values().stream()
                .flatMap(List::stream)
                .filter(activity -> activity.getCalledProcessInstanceId() != null)
                .collect(
                        Collectors.toMap(
                                HistoricActivityInstance::getCalledProcessInstanceId,
                                call ->
                                        new Caller(
                                                call.getProcessInstanceId(), call.getActivityId()),
                                (one, same) -> one));
    }

    /** Who the open tasks wait for, by process instance and step. */
    private Map<String, List<UserId>> holders(IssueNo issueNo) {
        return tasks.createTaskQuery().processInstanceBusinessKey(issueNo.value()).list().stream()
                .filter(task -> task.getAssignee() != null)
                .collect(
                        Collectors.groupingBy(
                                CamundaIssuePath::key,
                                Collectors.mapping(
                                        task -> UserId.of(task.getAssignee()),
                                        Collectors.toList())));
    }

    private static String key(Task task) {
        return task.getProcessInstanceId() + "/" + task.getTaskDefinitionKey();
    }

    private Walk walk(
            HistoricProcessInstance instance,
            List<HistoricActivityInstance> activities,
            Map<String, Caller> callers,
            Map<String, List<UserId>> holders) {
        var diagram =
                diagrams.computeIfAbsent(
                        instance.getProcessDefinitionId(),
                        id -> DiagramReading.of(repository.getBpmnModelInstance(id)));
        var steps =
                Steps.of(activities.stream().map(CamundaIssuePath::step).toList(), diagram.ways());
        return new Walk(
                instance.getId(),
                Optional.ofNullable(instance.getProcessDefinitionName())
                        .orElse(instance.getProcessDefinitionKey()),
                Optional.ofNullable(callers.get(instance.getId())),
                instance.getStartTime().toInstant(),
                Optional.ofNullable(instance.getEndTime()).map(Date::toInstant),
                diagram.frame(),
                diagram.nodes().stream()
                        .map(node -> shape(node, steps, holders, instance.getId()))
                        .toList(),
                diagram.edges().stream().map(edge -> flow(edge, steps)).toList());
    }

    private static Step step(HistoricActivityInstance activity) {
        return new Step(activity.getActivityId(), activity.getStartTime(), activity.getEndTime());
    }

    private static Shape shape(
            Node node, Steps steps, Map<String, List<UserId>> holders, String instance) {
        return new Shape(
                node.id(),
                node.outline(),
                node.marker(),
                node.frame(),
                node.text(),
                node.label(),
                steps.times().getOrDefault(node.id(), 0),
                steps.active().contains(node.id()),
                holders.getOrDefault(instance + "/" + node.id(), List.of()));
    }

    private static Flow flow(Edge edge, Steps steps) {
        return new Flow(
                edge.way().flow(),
                edge.points(),
                edge.text(),
                edge.label(),
                steps.taken().contains(edge.way().flow()));
    }
}
