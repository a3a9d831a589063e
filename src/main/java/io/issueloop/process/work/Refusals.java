package io.issueloop.process.work;

import io.issueloop.shared.Refused;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;

/** The engine wraps what a listener throws; the person is to read the refusal itself. */
final class Refusals {

    private Refusals() {}

    static void unwrapped(Runnable step) {
        try {
            step.run();
        } catch (ProcessEngineException wrapped) {
            throw in(wrapped).map(RuntimeException.class::cast).orElse(wrapped);
        }
    }

    private static Optional<Refused> in(Throwable thrown) {
        for (var cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
