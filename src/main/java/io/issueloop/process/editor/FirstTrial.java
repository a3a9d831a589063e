package io.issueloop.process.editor;

import io.issueloop.directory.Directory;
import io.issueloop.model.ModelId;
import io.issueloop.model.ModelType;
import io.issueloop.model.Trial;
import io.issueloop.process.gate.XmlModel;
import io.issueloop.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * Tries a model nothing uses yet: a trial issue would not meet it. A new process is started once,
 * up to where a person or a program has to act; programs are not run.
 */
@Component
class FirstTrial {

    private final Undone undone;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Directory directory;

    FirstTrial(Undone undone, RuntimeService runtime, TaskService tasks, Directory directory) {
        this.undone = undone;
        this.runtime = runtime;
        this.tasks = tasks;
        this.directory = directory;
    }

    Trial of(ModelId id, String content) {
        if (id.type() != ModelType.BPMN) {
            undone.with(id, content, deployed -> deployed);
            return new Trial(true, List.of("引擎接受了它；还没有流程使用它，不影响提报和正在处理的问题"));
        }
        var elements =
                XmlModel.elements(content.getBytes(StandardCharsets.UTF_8)).orElse(List.of());
        if (elements.stream().noneMatch(HaltingPrograms::startsPlainly)) {
            undone.with(id, content, deployed -> deployed);
            return new Trial(true, List.of("没有普通的开始事件：由消息或定时启动，试运行不启动它"));
        }
        var halting = HaltingPrograms.in(elements);
        return undone.with(id, halting, deployed -> new Trial(true, started(id, elements)));
    }

    private List<String> started(ModelId id, List<Element> elements) {
        var steps = new ArrayList<String>();
        steps.add("启动一次这个流程，不带变量，也不执行程序");
        try {
            steps.addAll(reached(runtime.startProcessInstanceByKey(id.key()), elements));
        } catch (ProcessEngineException e) {
            steps.add("之后要看变量的值，试运行没有给值：" + e.getMessage());
        }
        return steps;
    }

    private List<String> reached(ProcessInstance instance, List<Element> elements) {
        if (instance.isEnded()) {
            return List.of("流程走到了结束");
        }
        var open = tasks.createTaskQuery().processInstanceId(instance.getId()).list();
        var people =
                open.stream().map(task -> "到达「%s」，等待%s办理".formatted(task.getName(), who(task)));
        var others =
                runtime.getActiveActivityIds(instance.getId()).stream()
                        .distinct()
                        .filter(at -> open.stream().noneMatch(t -> at(t).equals(at)))
                        .map(at -> "到达「%s」，由系统继续，试运行到此为止".formatted(title(at, elements)));
        return Stream.concat(people, others).toList();
    }

    private static String at(Task task) {
        return task.getTaskDefinitionKey();
    }

    private String who(Task task) {
        return Optional.ofNullable(task.getAssignee())
                .map(UserId::of)
                .map(directory::name)
                .orElse("候选人");
    }

    private static String title(String id, List<Element> elements) {
        return elements.stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .map(BpmnLint::title)
                .orElse(id);
    }
}
