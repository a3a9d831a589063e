package io.issueloop.process.work;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Somebody submits a form in Tasklist, and reads what Tasklist shows instead of the engine's own
 * words, which is {@code PlainRefusals}' affair.
 */
record TasklistDoor(TaskService tasks, Acting acting) {

    /**
     * @throws Refused where the person reads a reason
     */
    void submit(@Nullable Task task, UserId by, Map<String, Object> fields) {
        if (task == null) {
            throw overtaken();
        }
        try {
            acting.as(by, () -> tasks.complete(task.getId(), fields));
        } catch (ProcessEngineException wrapped) {
            throw Stream.<Throwable>iterate(wrapped, Objects::nonNull, Throwable::getCause)
                    .filter(TasklistDoor::isExplained)
                    .findFirst()
                    .<RuntimeException>map(
                            cause -> cause instanceof Refused refused ? refused : overtaken())
                    .orElse(wrapped);
        }
    }

    private static boolean isExplained(Throwable cause) {
        return cause instanceof Refused
                || cause instanceof OptimisticLockingException
                || cause instanceof ConcurrencyFailureException
                || String.valueOf(cause.getMessage()).contains("Cannot find task");
    }

    private static Refused overtaken() {
        return new Refused("刚刚有人先处理了这一步，请刷新查看最新状态");
    }
}
