package io.issueloop.operations.doctor;

import io.issueloop.operations.doctor.About.Need;
import io.issueloop.process.health.EngineHealth;
import io.issueloop.process.health.EngineHealth.Incident;
import io.issueloop.shared.Excerpt;
import java.util.List;
import java.util.stream.Collectors;

/** Nothing has failed for good; what has waits for a person in Cockpit. */
@About(value = "故障", needs = Need.DATABASE)
final class IncidentsCheck implements Check {

    private static final int NAMED = 5;
    private static final int TEXT = 120;

    private final EngineHealth engine;

    IncidentsCheck(EngineHealth engine) {
        this.engine = engine;
    }

    @Override
    public List<Finding> look() {
        if (!engine.isInstalled()) {
            return List.of(Finding.ok("流程引擎还没有运行过"));
        }
        var incidents = engine.incidents(NAMED);
        if (incidents.count() == 0) {
            return List.of(Finding.ok("没有故障"));
        }
        var first =
                incidents.first().stream()
                        .map(IncidentsCheck::line)
                        .collect(Collectors.joining("\n", "\n", ""));
        return List.of(
                Finding.warning(
                        "%d 个故障等待人工，最早的是：%s".formatted(incidents.count(), first),
                        "解决原因后，流程管理员在 Cockpit 中打开相应流程点“重试”"));
    }

    private static String line(Incident incident) {
        var message = incident.message().lines().findFirst().orElse("");
        var text = Excerpt.of(message, TEXT);
        return incident.businessKey() + " " + (text.isEmpty() ? incident.activity() : text);
    }
}
