package io.issueloop.operations;

import io.issueloop.kpi.KpiRecomputation;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Computes a period's KPIs wholly again and says what that changed. */
final class KpiCommand implements Command {

    private static final int MOST = 200;

    @Override
    public String name() {
        return "kpi";
    }

    @Override
    public String summary() {
        return "重新计算一个周期的指标，列出差异与涉及的问题";
    }

    @Override
    public String help() {
        return """
                用法：kpi recompute 周期（例如 kpi recompute 2026Q3 或 kpi recompute 2026-09）

                从全部事实重新计算，与现有结果比较；同样的事实得到同样的数值，没有差异就什么都不变。
                应用运行与否都可以使用；统计表在下一次汇总时更新。

                选项：
                  --debug  显示日志
                """;
    }

    @Override
    public List<String> arguments() {
        return List.of("recompute", "周期");
    }

    @Override
    public Set<String> options() {
        return Set.of(CommandContext.DEBUG);
    }

    @Override
    public Ending run(Call call) {
        var period = period(call.words().arguments());
        try (var context = CommandContext.open(false, call)) {
            print(context.getBean(KpiRecomputation.class).recompute(period), call.out());
            return Ending.DONE;
        }
    }

    private static Period period(List<String> arguments) {
        if (!arguments.get(0).equals("recompute")) {
            throw new Refused("只有 kpi recompute 周期");
        }
        try {
            return Period.of(arguments.get(1));
        } catch (IllegalArgumentException notAPeriod) {
            throw new Refused("周期应为 2026Q3 或 2026-09 的形式");
        }
    }

    private static void print(KpiRecomputation.Report report, PrintStream out) {
        if (report.isUnchanged()) {
            out.println("✓ " + report.period().label() + "：重新计算后没有差异。");
        } else {
            out.println(
                    "! %s：%d 个数值、%d 条明细有差异。"
                            .formatted(
                                    report.period().label(),
                                    report.values().size(),
                                    report.lines().size()));
        }
        report.values().stream()
                .limit(MOST)
                .forEach(
                        value ->
                                out.println(
                                        "  %s %s %s：%s → %s"
                                                .formatted(
                                                        value.metric(),
                                                        value.basis(),
                                                        value.scope(),
                                                        value.before(),
                                                        value.after())));
        report.lines().stream().limit(MOST).forEach(line -> out.println("  " + line(line)));
        long more = report.values().size() + report.lines().size() - 2L * MOST;
        if (more > 0) {
            out.println("  ……");
        }
        out.println("  校验值 " + report.fingerprint());
    }

    private static String line(KpiRecomputation.ChangedLine line) {
        return "%s %s %s%s：%s → %s"
                .formatted(
                        line.issueNo(),
                        line.metric(),
                        line.basis(),
                        line.person().isEmpty() ? "" : " " + line.person(),
                        line.before().isEmpty() ? "无" : line.before(),
                        line.after().isEmpty() ? "无" : line.after());
    }
}
