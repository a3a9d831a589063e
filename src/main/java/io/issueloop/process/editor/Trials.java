package io.issueloop.process.editor;

import io.issueloop.model.ModelId;
import io.issueloop.model.Trial;
import io.issueloop.shared.UserId;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.stereotype.Component;

/** Tries a draft: with an issue where the model is in use, by itself where it is new. */
@Component
class Trials {

    private final StoredModels stored;
    private final IntakeTrial intake;
    private final FirstTrial first;
    private final Undone undone;

    Trials(StoredModels stored, IntakeTrial intake, FirstTrial first, Undone undone) {
        this.stored = stored;
        this.intake = intake;
        this.first = first;
        this.undone = undone;
    }

    Trial of(ModelId id, String content, UserId reporter) {
        try {
            return stored.versions(id).isEmpty()
                    ? first.of(id, content)
                    : undone.with(id, content, deployment -> intake.of(reporter));
        } catch (ProcessEngineException e) {
            return new Trial(false, List.of("引擎不接受：" + e.getMessage()));
        }
    }
}
