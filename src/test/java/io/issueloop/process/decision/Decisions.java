package io.issueloop.process.decision;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** Evaluates the tables of {@code dmn/} as they are shipped, without the process engine. */
final class Decisions {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private Decisions() {}

    static DmnDecisionResult evaluate(String key, Map<String, Object> inputs) {
        return evaluate(key, key, inputs);
    }

    /** A decision that stands beside another one in its file. */
    static DmnDecisionResult evaluate(String file, String key, Map<String, Object> inputs) {
        try (InputStream model = Decisions.class.getResourceAsStream("/dmn/" + file + ".dmn")) {
            return ENGINE.evaluateDecision(ENGINE.parseDecision(key, model), inputs);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
