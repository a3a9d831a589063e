package io.issueloop.process.editor;

import io.issueloop.model.Change;
import io.issueloop.model.Finding;
import io.issueloop.model.ModelDraft;
import io.issueloop.model.ModelEngine;
import io.issueloop.model.ModelId;
import io.issueloop.model.ModelState;
import io.issueloop.model.ModelType;
import io.issueloop.model.ModelVersion;
import io.issueloop.model.NewModel;
import io.issueloop.model.Trial;
import io.issueloop.process.access.StartRights;
import io.issueloop.process.deployment.EditedModels;
import io.issueloop.process.deployment.NodeLock;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Models in Camunda, for people who change them. */
@Component
class CamundaModels implements ModelEngine {

    private final StoredModels stored;
    private final ModelNames names;
    private final Inspection inspection;
    private final Trials trials;
    private final ShippedModels shipped;
    private final EditedModels edited;
    private final NodeLock lock;
    private final StartRights rights;
    private final TakenIds taken;
    private final NewModelFiles newFiles;
    private final Undone undone;

    CamundaModels(
            StoredModels stored,
            ModelNames names,
            Inspection inspection,
            Trials trials,
            ShippedModels shipped,
            EditedModels edited,
            NodeLock lock,
            StartRights rights,
            TakenIds taken,
            NewModelFiles newFiles,
            Undone undone) {
        this.stored = stored;
        this.names = names;
        this.inspection = inspection;
        this.trials = trials;
        this.shipped = shipped;
        this.edited = edited;
        this.lock = lock;
        this.rights = rights;
        this.taken = taken;
        this.newFiles = newFiles;
        this.undone = undone;
    }

    @Override
    public List<ModelState> all() {
        return names.overview();
    }

    @Override
    public List<ModelVersion> versions(ModelId id) {
        return stored.versions(id).stream().map(StoredModel::version).toList();
    }

    @Override
    public Optional<String> content(ModelId id, int version) {
        return stored.version(id, version).map(StoredModel::content);
    }

    @Override
    public Optional<String> shipped(ModelId id) {
        return shipped.content(id);
    }

    @Override
    public Optional<String> holder(ModelId id) {
        return taken.holder(id);
    }

    @Override
    public String template(NewModel model) {
        return newFiles.of(model);
    }

    @Override
    public List<Finding> inspect(ModelId id, String content) {
        return inspection.of(id, content);
    }

    @Override
    public List<Change> compare(ModelId id, String before, String after) {
        return Comparison.of(Parts.of(id.type(), before), Parts.of(id.type(), after));
    }

    @Override
    public Trial tryOut(ModelId id, String content, UserId reporter) {
        return trials.of(id, content, reporter);
    }

    @Override
    public int deploy(ModelDraft draft) {
        lock.holdUntilCommit("models");
        draft.demandNothingNewerThan(latest(draft.id()));
        undone.deploy(draft.id(), draft.content(), "editor");
        if (draft.base() == 0 && draft.id().type() == ModelType.BPMN) {
            rights.grantToProcessAdmins(draft.id().key());
        }
        edited.remember(draft.id().file(), draft.content());
        return latest(draft.id());
    }

    private int latest(ModelId id) {
        return stored.versions(id).stream()
                .findFirst()
                .map(one -> one.version().version())
                .orElse(0);
    }
}
