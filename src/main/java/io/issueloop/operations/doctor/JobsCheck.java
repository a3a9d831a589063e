package io.issueloop.operations.doctor;

import io.issueloop.operations.doctor.About.Need;
import io.issueloop.process.health.EngineHealth;
import io.issueloop.standalone.CommandEnvironment.Ground;
import java.time.Duration;
import java.util.List;

/** Jobs run when they are due. */
@About(value = "作业", needs = Need.DATABASE)
final class JobsCheck implements Check {

    private static final Duration LATE = Duration.ofMinutes(10);
    private static final Duration STUCK = Duration.ofHours(1);

    private final EngineHealth engine;
    private final Ground ground;

    JobsCheck(EngineHealth engine, Ground ground) {
        this.engine = engine;
        this.ground = ground;
    }

    @Override
    public List<Finding> look() {
        if (!engine.isInstalled()) {
            return List.of(Finding.warning("流程引擎还没有建表", "启动一次应用"));
        }
        var backlog = engine.backlog();
        var oldest = backlog.oldest().orElse(Duration.ZERO);
        var text = "%d 个作业到期未执行".formatted(backlog.jobs());
        if (oldest.compareTo(LATE) <= 0 || ground.serverDown()) {
            return List.of(Finding.ok(ground.serverDown() ? text + "（应用没有运行）" : text));
        }
        var late = text + "，最早的已过期 " + Words.duration(oldest);
        var advice = "检查应用是否在运行、是否反复报错；可在 Cockpit 中查看";
        return List.of(
                oldest.compareTo(STUCK) > 0
                        ? Finding.broken(late, advice)
                        : Finding.warning(late, advice));
    }
}
