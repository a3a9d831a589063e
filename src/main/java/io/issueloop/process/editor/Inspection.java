package io.issueloop.process.editor;

import io.issueloop.model.Finding;
import io.issueloop.model.Finding.Level;
import io.issueloop.model.ModelId;
import io.issueloop.model.ModelType;
import io.issueloop.process.gate.ModelGate;
import io.issueloop.process.gate.XmlModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.stereotype.Component;

/**
 * All there is to say about a draft: the gate first, then our rules, then the engine's own parser.
 */
@Component
class Inspection {

    private final ModelGate gate;
    private final BpmnReferences references;
    private final Contracts contracts;
    private final TakenIds taken;
    private final Undone undone;

    Inspection(
            ModelGate gate,
            BpmnReferences references,
            Contracts contracts,
            TakenIds taken,
            Undone undone) {
        this.gate = gate;
        this.references = references;
        this.contracts = contracts;
        this.taken = taken;
        this.undone = undone;
    }

    List<Finding> of(ModelId id, String content) {
        var findings = new Findings();
        refused(id, content, findings);
        if (findings.all().isEmpty()) {
            ours(id, content, findings);
        }
        if (findings.all().stream().noneMatch(Finding::isError)) {
            engines(id, content, findings);
        }
        return findings.all();
    }

    private void refused(ModelId id, String content, Findings findings) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        if (id.type() != ModelType.FORM) {
            var complaint = XmlModel.complaint(bytes);
            if (complaint.isPresent()) {
                findings.add(Level.ERROR, id.key(), "", complaint.get());
                return;
            }
        }
        var names = names(id, content);
        gate.inspect(id.file(), bytes)
                .forEach(
                        refusal ->
                                findings.add(
                                        Level.ERROR,
                                        refusal.elementId(),
                                        names.getOrDefault(refusal.elementId(), ""),
                                        refusal.reason()));
    }

    private static java.util.Map<String, String> names(ModelId id, String content) {
        return Parts.of(id.type(), content).stream()
                .collect(Collectors.toMap(Part::id, Part::name, (one, same) -> one));
    }

    private void ours(ModelId id, String content, Findings findings) {
        if (id.type() == ModelType.FORM) {
            FormLint.look(id.key(), content, findings);
        } else {
            var elements =
                    XmlModel.elements(content.getBytes(StandardCharsets.UTF_8)).orElseThrow();
            if (id.type() == ModelType.DMN) {
                new DmnLint(id.key(), elements, findings).look();
                taken.look(id, elements, findings);
            } else {
                new BpmnLint(id.key(), elements, findings).look();
                references.look(id.key(), elements, findings);
            }
        }
        contracts.look(id, content, findings);
    }

    private void engines(ModelId id, String content, Findings findings) {
        try {
            undone.with(id, content, deployment -> deployment);
        } catch (ParseException e) {
            e.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .forEach(problem -> problem(problem, id, findings));
        } catch (ProcessEngineException e) {
            findings.add(Level.ERROR, id.key(), "", "引擎不接受：" + e.getMessage());
        }
    }

    private static void problem(Problem problem, ModelId id, Findings findings) {
        var where = problem.getMainElementId();
        findings.add(
                Level.ERROR,
                where == null ? id.key() : where,
                "",
                "引擎读到第 %d 行时不接受：%s".formatted(problem.getLine(), problem.getMessage()));
    }
}
