package io.issueloop.operations.doctor;

import io.issueloop.operations.doctor.About.Need;
import io.issueloop.standalone.CommandEnvironment.Ground;
import io.issueloop.wecom.PollLog;
import io.issueloop.wecom.PollLog.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What callbacks lost is being looked for. */
@About(value = "对账", needs = Need.DATABASE)
final class ReconciliationCheck implements Check {

    private static final int MISSED = 3;

    private final PollLog polls;
    private final Ground ground;
    private final Clock clock;

    ReconciliationCheck(PollLog polls, Ground ground, Clock clock) {
        this.polls = polls;
        this.ground = ground;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        var standings = polls.standings();
        var findings = new ArrayList<Finding>();
        for (var standing : standings) {
            standing.problem()
                    .ifPresent(
                            problem ->
                                    findings.add(
                                            Finding.warning(
                                                    standing.label() + "上次对账失败：" + problem,
                                                    "应用会继续重试；若一直失败，按提示处理")));
        }
        if (!ground.serverDown()) {
            var late = standings.stream().filter(this::isLate).map(this::since).toList();
            if (!late.isEmpty()) {
                findings.add(Finding.warning("很久没有对账：" + Words.some(late), "检查应用是否在运行，查看日志"));
            }
        }
        return findings.isEmpty() ? List.of(Finding.ok(summary(standings))) : findings;
    }

    private boolean isLate(Standing standing) {
        var patience = standing.interval().multipliedBy(MISSED).plusMinutes(1);
        return standing.succeededAt().map(at -> age(at).compareTo(patience) > 0).orElse(false);
    }

    private String since(Standing standing) {
        return standing.label()
                + standing.succeededAt().map(at -> "（" + ago(at) + "）").orElse("（从未）");
    }

    private String summary(List<Standing> standings) {
        return standings.isEmpty()
                ? "应用启动一分钟后开始"
                : standings.stream().map(this::since).collect(Collectors.joining("，", "最近对账：", ""));
    }

    private String ago(Instant at) {
        return Words.duration(age(at)) + "前";
    }

    private Duration age(Instant at) {
        var age = Duration.between(at, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
