package io.issueloop.process.gate;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;

/** A model did not pass the gate; REST answers 400 with the Chinese reasons in the message. */
public class ModelRefused extends BadUserRequestException {

    private final transient List<Refusal> refusals;

    ModelRefused(String resource, List<Refusal> refusals) {
        super("模型 %s 未通过安全检查：%s".formatted(resource, joined(refusals)));
        this.refusals = List.copyOf(refusals);
    }

    /** All reasons, in document order; never empty. */
    public List<Refusal> refusals() {
        return refusals;
    }

    private static String joined(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::toString).collect(Collectors.joining("；"));
    }
}
