package io.issueloop.model;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What must hold before a draft is deployed. */
@Component
class DraftRules {

    private static final int NAMED_REASONS = 3;

    private final ModelEngine engine;
    private final Directory directory;

    DraftRules(ModelEngine engine, Directory directory) {
        this.engine = engine;
        this.directory = directory;
    }

    List<Finding> inspect(ModelId id, String content) {
        if (content.length() > Models.LARGEST) {
            return List.of(
                    new Finding(
                            Finding.Level.ERROR,
                            id.key(),
                            "",
                            "文件太大：最多 %d 个字符".formatted(Models.LARGEST)));
        }
        return engine.inspect(id, content);
    }

    void demandSound(ModelDraft draft, UserId by) {
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
