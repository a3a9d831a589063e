package io.issueloop.process.editor;

import io.issueloop.model.ModelWords;
import io.issueloop.process.gate.ModelGate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The names the gate lets a diagram use. */
@Component
class AllowedWords implements ModelWords {

    private final ModelGate gate;

    AllowedWords(ModelGate gate) {
        this.gate = gate;
    }

    @Override
    public List<String> delegates() {
        return ending("Delegate");
    }

    @Override
    public List<String> listeners() {
        return ending("Listener");
    }

    @Override
    public Map<String, String> variables() {
        return VariableMeanings.all();
    }

    private List<String> ending(String suffix) {
        return gate.beans().stream().filter(name -> name.endsWith(suffix)).toList();
    }
}
