package io.issueloop.web.api;

import io.issueloop.kpi.DefinitionVersion;
import io.issueloop.kpi.KpiDefinition;
import io.issueloop.kpi.Period;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is executed, as people read it. */
@Schema(description = "一个周期内有效的指标定义，由实际执行的内容生成")
record KpiDefinitionView(
        KpiSheet.PeriodView period, Version version, List<Definition> definitions) {

    @Schema(description = "定义的一个版本")
    record Version(
            int version,
            String state,
            String stateLabel,
            String effectiveFrom,
            String effectiveLabel,
            String cap,
            String reason,
            String createdBy,
            OffsetDateTime createdAt,
            @Nullable String decidedBy,
            @Nullable OffsetDateTime decidedAt,
            String totalWeight,
            List<Setting> settings) {

        static Version of(DefinitionVersion version, Function<String, String> name) {
            var decidedBy = version.decidedBy();
            var decidedAt = version.decidedAt();
            return new Version(
                    version.version(),
                    version.state().name(),
                    version.state().label(),
                    version.effectiveFrom().code(),
                    version.version() == 1 ? "最初" : version.effectiveFrom().label(),
                    plain(version.cap()),
                    version.reason(),
                    name.apply(version.createdBy()),
                    Times.local(version.createdAt()),
                    decidedBy == null ? null : name.apply(decidedBy),
                    decidedAt == null ? null : Times.local(decidedAt),
                    plain(version.totalWeight()),
                    version.settings().stream().map(Setting::of).toList());
        }
    }

    @Schema(description = "一项指标的设置")
    record Setting(
            String metric, String basis, @Nullable String target, String weight, String remark) {

        static Setting of(DefinitionVersion.Setting setting) {
            return new Setting(
                    setting.metric(),
                    setting.basis(),
                    Optional.ofNullable(setting.target())
                            .map(KpiDefinitionView::plain)
                            .orElse(null),
                    plain(setting.weight()),
                    setting.remark());
        }
    }

    @Schema(description = "一项指标的一个口径")
    record Definition(
            String metric,
            String name,
            String basis,
            boolean counts,
            String formula,
            String unit,
            String direction,
            @Nullable String target,
            String judged,
            String scope,
            String weight,
            String source,
            String remark,
            @Schema(description = "实际执行的查询；由其他指标算出的为空") String statement) {

        static Definition of(KpiDefinition kpi) {
            return new Definition(
                    kpi.metric(),
                    kpi.name(),
                    kpi.basis(),
                    kpi.isDefault(),
                    kpi.formula(),
                    kpi.unit().label(),
                    kpi.direction().sign(),
                    Optional.ofNullable(kpi.target()).map(KpiDefinitionView::plain).orElse(null),
                    kpi.judged().name(),
                    kpi.scope().name(),
                    plain(kpi.weight()),
                    kpi.source(),
                    kpi.remark(),
                    kpi.sql());
        }
    }

    static KpiDefinitionView of(
            Period period, DefinitionVersion version, Function<String, String> name) {
        return new KpiDefinitionView(
                KpiSheet.PeriodView.of(period),
                Version.of(version, name),
                version.definitions().stream().map(Definition::of).toList());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
