package io.issueloop.process.work;

import io.issueloop.shared.Refused;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.ConcurrencyFailureException;

/** The engine wraps what a listener throws; the person is to read the refusal itself. */
final class Refusals {

    private static final String OVERTAKEN = "刚刚有人先处理了这一步，请刷新查看最新状态";

    private Refusals() {}

    static void unwrapped(Runnable step) {
        try {
            step.run();
        } catch (ProcessEngineException wrapped) {
            throw in(wrapped).map(RuntimeException.class::cast).orElse(wrapped);
        }
    }

    private static Optional<Refused> in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return Optional.of(refused);
            }
            if (cause instanceof ConcurrencyFailureException
                    || cause instanceof OptimisticLockingException) {
                return Optional.of(new Refused(OVERTAKEN));
            }
        }
        return Optional.empty();
    }
}
