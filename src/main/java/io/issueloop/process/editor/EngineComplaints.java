package io.issueloop.process.editor;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;

/** What the engine says against a migration plan, in Chinese. */
final class EngineComplaints {

    private static final Map<String, String> KNOWN =
            Map.of(
                    "incompatible types", "两个步骤不是同类",
                    "not of the same type", "两个事件不是同类",
                    "closest mapped ancestor", "两个步骤不在同一个子流程里",
                    "event scope", "它附着的步骤没有对应",
                    "multi-instance", "多实例的步骤不能手动对应",
                    "gateway", "网关不能手动对应");

    private EngineComplaints() {}

    /**
     * @param name of a step of the version the instances are on, by id
     */
    static String of(MigrationPlanValidationException refused, UnaryOperator<String> name) {
        return refused.getValidationReport().getInstructionReports().stream()
                .map(
                        one -> {
                            var step = one.getMigrationInstruction().getSourceActivityId();
                            return "「%s」%s"
                                    .formatted(name.apply(step), inChinese(one.getFailures()));
                        })
                .collect(Collectors.joining("；"));
    }

    private static String inChinese(List<String> failures) {
        return failures.stream()
                .flatMap(EngineComplaints::known)
                .findFirst()
                .orElse("两个步骤的位置或类型不相配");
    }

    private static Stream<String> known(String failure) {
        return KNOWN.entrySet().stream()
                .filter(one -> failure.contains(one.getKey()))
                .map(Map.Entry::getValue);
    }
}
