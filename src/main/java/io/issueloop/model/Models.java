package io.issueloop.model;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.model.ModelChange.Action;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
    private static final int NAMED_REASONS = 3;

    private final ModelEngine engine;
    private final ModelLog changes;
    private final Directory directory;
    private final Clock clock;

    Models(ModelEngine engine, ModelLog changes, Directory directory, Clock clock) {
        this.engine = engine;
        this.changes = changes;
        this.directory = directory;
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
        if (content.length() > LARGEST) {
            return List.of(
                    new Finding(
                            Finding.Level.ERROR,
                            id.key(),
                            "",
                            "文件太大：最多 %d 个字符".formatted(LARGEST)));
        }
        return engine.inspect(id, content);
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
        demandAdmin(by);
        demandReason(draft.reason());
        demandSound(draft, by);
        var before = before(draft);
        var version = engine.deploy(draft.id(), draft.content(), draft.base());
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

    private void demandSound(ModelDraft draft, UserId by) {
        var errors =
                inspect(draft.id(), draft.content()).stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw new Refused("未部署，原版本继续使用。" + named(errors));
        }
        var trial = engine.tryOut(draft.id(), draft.content(), by);
        if (!trial.passed()) {
            var last = trial.steps().isEmpty() ? "" : trial.steps().get(trial.steps().size() - 1);
            throw new Refused("未部署，原版本继续使用。试运行没有走通：" + last);
        }
    }

    private static String named(List<Finding> errors) {
        var more = errors.size() > NAMED_REASONS ? "；等 %d 处".formatted(errors.size()) : "";
        return errors.stream()
                        .limit(NAMED_REASONS)
                        .map(Finding::toString)
                        .collect(Collectors.joining("；"))
                + more;
    }

    /** Not by the page alone: whoever acts must be one. */
    void demandAdmin(UserId by) {
        if (directory.member(by).filter(who -> who.is(Role.PROCESS_ADMIN)).isEmpty()) {
            throw new Refused("只有流程管理员可以修改流程、决策表和表单");
        }
    }

    static void demandReason(String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refused("请填写修改原因，最多 500 字");
        }
    }
}
