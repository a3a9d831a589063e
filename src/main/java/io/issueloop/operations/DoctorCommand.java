package io.issueloop.operations;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.operations.doctor.Doctor;
import io.issueloop.operations.doctor.Doctor.Result;
import io.issueloop.operations.doctor.Finding;
import io.issueloop.operations.doctor.Finding.Level;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks whether everything is right, and says what to do where it is not. */
final class DoctorCommand implements Command {

    private static final String JSON = "json";
    private static final int NAME_WIDTH = 16;

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String summary() {
        return "检查配置、数据库、企业微信和运行状况，说明该怎么办";
    }

    @Override
    public String help() {
        return """
                只检查，不修改。有故障（✗）时返回 1，只有提醒（!）时返回 0。应用运行与否都可以使用。

                选项：
                  --json   以 JSON 输出，供脚本使用
                  --debug  显示日志
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of(JSON, CommandContext.DEBUG);
    }

    @Override
    public Ending run(Call call) {
        try (var context = CommandContext.open(false, call)) {
            var results = new Doctor(context.getAutowireCapableBeanFactory()).examine();
            if (call.has(JSON)) {
                call.out().println(json(results).toPrettyString());
            } else {
                print(results, call.out());
            }
            return isHealthy(results) ? Ending.DONE : Ending.FAILED;
        }
    }

    private static void print(List<Result> results, PrintStream out) {
        for (var result : results) {
            var name = padded(result.name());
            for (var finding : result.findings()) {
                out.println(
                        "%s %s%s"
                                .formatted(finding.level().mark(), name, indented(finding.text())));
                if (!finding.advice().isEmpty()) {
                    out.println("  %s→ %s".formatted(padded(""), indented(finding.advice())));
                }
                name = padded("");
            }
        }
        out.println();
        out.println(conclusion(count(results, Level.BROKEN), count(results, Level.WARNING)));
    }

    private static String conclusion(long broken, long warnings) {
        if (broken == 0) {
            return warnings == 0 ? "一切正常。" : "没有故障，有 " + warnings + " 项提醒。";
        }
        return "有 %d 项故障、%d 项提醒。".formatted(broken, warnings);
    }

    private static ObjectNode json(List<Result> results) {
        var json = new JsonMapper().createObjectNode();
        json.put("healthy", isHealthy(results));
        var checks = json.putArray("checks");
        for (var result : results) {
            for (var finding : result.findings()) {
                checks.addObject()
                        .put("name", result.name())
                        .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                        .put("text", finding.text())
                        .put("advice", finding.advice());
            }
        }
        return json;
    }

    private static boolean isHealthy(List<Result> results) {
        return count(results, Level.BROKEN) == 0;
    }

    private static long count(List<Result> results, Level level) {
        return results.stream()
                .flatMap(result -> result.findings().stream())
                .map(Finding::level)
                .filter(level::equals)
                .count();
    }

    /** A Chinese character is as wide as two others. */
    private static String padded(String text) {
        int width = text.chars().map(c -> c < 0x2E80 ? 1 : 2).sum();
        return text + " ".repeat(Math.max(1, NAME_WIDTH - width));
    }

    private static String indented(String text) {
        return text.replace("\n", "\n  " + padded(""));
    }
}
