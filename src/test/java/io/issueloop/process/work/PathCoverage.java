package io.issueloop.process.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Remembers every sequence flow that is taken, and fails a test class that leaves one of its model
 * out.
 */
final class PathCoverage extends AbstractProcessEnginePlugin {

    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    static void forget() {
        TAKEN.clear();
    }

    static void assertComplete(String processKey) {
        var model = Bpmn.readModelFromFile(Path.of("bpmn", processKey + ".bpmn").toFile());
        var all =
                model.getModelElementsByType(SequenceFlow.class).stream()
                        .map(flow -> processKey + "/" + flow.getId())
                        .toList();
        assertThat(TAKEN).as("paths walked").containsAll(all);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(
                new AbstractBpmnParseListener() {
                    @Override
                    public void parseSequenceFlow(
                            Element element, ScopeImpl scope, TransitionImpl flow) {
                        ExecutionListener taken =
                                execution ->
                                        TAKEN.add(
                                                ((ExecutionEntity) execution)
                                                                .getProcessDefinition()
                                                                .getKey()
                                                        + "/"
                                                        + flow.getId());
                        flow.addListener(ExecutionListener.EVENTNAME_TAKE, taken);
                    }
                });
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}
