package io.issueloop.web.api;

import io.issueloop.appraisal.effects.Milestones.Milestone;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became better, as people see it; shares are in percent. */
@Schema(description = "预期效果：基线与之后的对比")
record EffectView(
        KpiSheet.PeriodView after,
        List<KpiSheet.PeriodView> quarters,
        List<Standing> standings,
        List<Item> checklist,
        List<TeamPulse> pulse,
        List<Milestone> milestones) {

    /**
     * @param improvement in percent of the baseline; positive is better
     */
    @Schema(description = "一项效果")
    record Standing(
            String effect,
            String label,
            String formula,
            String unit,
            int expectedLeast,
            int expectedMost,
            @Nullable Baseline baseline,
            @Nullable Figure after,
            @Nullable String improvement,
            @Nullable String low,
            @Nullable String high,
            String verdict,
            String verdictLabel,
            String why,
            String warning,
            List<TeamStanding> teams) {}

    /** As {@link Standing}, of one team; what has no number is null. */
    @Schema(description = "一个团队的基线与之后")
    record TeamStanding(
            String teamName,
            Figure baseline,
            @Nullable Figure after,
            @Nullable String improvement,
            @Nullable String low,
            @Nullable String high,
            String verdict,
            String verdictLabel,
            String why) {}

    @Schema(description = "冻结的基线")
    record Baseline(
            String quarters, Figure figure, String reason, String byName, OffsetDateTime at) {}

    @Schema(description = "数值与样本数")
    record Figure(String value, long n) {}

    @Schema(description = "定性效果")
    record Item(
            String item,
            String label,
            String meaning,
            boolean known,
            boolean achieved,
            String note,
            String link,
            String byName,
            @Nullable OffsetDateTime at) {}

    @Schema(description = "团队脉搏，至少 3 份才显示")
    record TeamPulse(
            String teamName,
            long n,
            String mean,
            String satisfaction,
            String collaboration,
            String ease) {}
}
