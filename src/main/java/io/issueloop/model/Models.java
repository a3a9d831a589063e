package io.issueloop.model;

import io.issueloop.model.ModelChange.Action;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changing models in the browser: look, check, try, deploy, go back. A model that is not accepted
 * changes nothing, and every change has a person and a reason.
 */
@Service
public class Models {

    /** Characters; the largest shipped model has a tenth of it. */
    public static final int LARGEST = 1_000_000;

    private static final Logger log = LoggerFactory.getLogger(Models.class);

    private final ModelEngine engine;
    private final ModelLog changes;
    private final DraftRules rules;
    private final NewModels newModels;
    private final Clock clock;

    Models(
            ModelEngine engine,
            ModelLog changes,
            DraftRules rules,
            NewModels newModels,
            Clock clock) {
        this.engine = engine;
        this.changes = changes;
        this.rules = rules;
        this.newModels = newModels;
        this.clock = clock;
    }

    /** The change that led to each model's latest version, where a person made it. */
    public List<ModelChange> newestChanges() {
        return changes.newest();
    }

    /** What was done to a model, newest first. */
    public List<ModelChange> history(ModelId id) {
        return changes.of(id);
    }

    /** Everything wrong or doubtful; a content too large to look at is one error. */
    public List<Finding> inspect(ModelId id, String content) {
        return rules.inspect(id, content);
    }

    /**
     * Deploys a draft as the next version.
     *
     * @throws Refused when the person may not, there is a newer version, the model has errors or
     *     issues would not get through with it
     */
    @Transactional
    public int deploy(ModelDraft draft, UserId by) {
        return deploy(draft, by, Action.DEPLOYED);
    }

    /**
     * Deploys an earlier version once more.
     *
     * @throws Refused as {@link #deploy}, and when there is no such version
     */
    @Transactional
    public int rollBack(ModelDraft draft, UserId by) {
        return deploy(draft, by, Action.ROLLED_BACK);
    }

    private int deploy(ModelDraft draft, UserId by, Action action) {
        rules.demandAdmin(by);
        DraftRules.demandReason(draft.reason());
        draft.demandNothingNewerThan(
                engine.versions(draft.id()).stream()
                        .findFirst()
                        .map(ModelVersion::version)
                        .orElse(0));
        if (draft.base() == 0) {
            newModels.demandFree(draft.id());
        }
        var before = before(draft);
        rules.demandSound(draft, by);
        var version = engine.deploy(draft);
        record(draft, version, by, action, before);
        log.info("model {} version {} deployed by {}", draft.id().file(), version, by);
        return version;
    }

    private String before(ModelDraft draft) {
        var latest = engine.content(draft.id(), draft.base());
        if (latest.filter(draft.content()::equals).isPresent()) {
            throw new Refused("内容与第 %d 版完全相同，无需部署".formatted(draft.base()));
        }
        return latest.orElse("");
    }

    private void record(ModelDraft draft, int version, UserId by, Action action, String before) {
        var words = new ArrayList<String>();
        if (!before.isEmpty()) {
            engine.compare(draft.id(), before, draft.content()).stream()
                    .map(Change::text)
                    .limit(200)
                    .forEach(words::add);
        }
        changes.append(
                new ModelChange(
                        action,
                        draft.id(),
                        draft.base(),
                        version,
                        by,
                        draft.reason().strip(),
                        words,
                        clock.instant()));
    }
}
