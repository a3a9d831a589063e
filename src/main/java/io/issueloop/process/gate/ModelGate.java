package io.issueloop.process.gate;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The gate every model passes at deployment, whoever deploys it: file, editor, Cockpit or REST
 * (trust.md §2). It reads the whole document, so nothing the engine understands is overlooked.
 */
@Component
public class ModelGate {

    private final BpmnRules bpmn;
    private final DmnRules dmn;
    private final FormRules form;

    private final AllowedBeans beans;

    ModelGate(AllowedBeans beans) {
        this.beans = beans;
        var expressions = new ExpressionRules(beans);
        this.bpmn = new BpmnRules(expressions);
        this.dmn = new DmnRules(expressions);
        this.form = new FormRules();
    }

    /** Names of the beans a model may refer to: …Delegate and …Listener. */
    public List<String> beans() {
        return beans.names();
    }

    /** Every reason why the engine must not have this resource; empty when it may. */
    public List<Refusal> inspect(String resource, byte[] content) {
        if (resource.endsWith(".bpmn")) {
            return bpmn.inspect(content);
        }
        if (resource.endsWith(".dmn")) {
            return dmn.inspect(content);
        }
        if (resource.endsWith(".form")) {
            return form.inspect(content);
        }
        return List.of(new Refusal(resource, "只能部署 .bpmn、.dmn 和 .form 文件"));
    }

    /**
     * As {@link #inspect}, but refuses.
     *
     * @throws ModelRefused when there is any reason
     */
    public void demand(String resource, byte[] content) {
        var refusals = inspect(resource, content);
        if (!refusals.isEmpty()) {
            throw new ModelRefused(resource, refusals);
        }
    }
}
