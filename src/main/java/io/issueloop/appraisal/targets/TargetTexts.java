package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.targets.TargetAdvice.Move;
import io.issueloop.kpi.KpiDefinition;
import io.issueloop.shared.Zones;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What messages and forms about targets say: Chinese, short, from facts only. */
final class TargetTexts {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

    private TargetTexts() {}

    record Text(String title, String body) {}

    static Text comment(TargetRound round, List<Suggestion> suggestions) {
        long changed = suggestions.stream().filter(one -> one.move() != Move.KEEP).count();
        return new Text(
                round.from().label() + "目标：征求意见",
                "系统按前两季完成情况提出建议：%d 项调整、%d 项保持。请在 %s 前写下您的意见，之后由 CTO 决定。"
                        .formatted(
                                changed,
                                suggestions.size() - changed,
                                said(round.commentsUntil())));
    }

    static Text decide(TargetRound round, int comments) {
        return new Text(
                "请决定%s的目标".formatted(round.from().label()),
                "征求意见已结束，收到 %d 条意见。请在 %s 前决定，逾期沿用现行目标。"
                        .formatted(comments, said(round.startsAt())));
    }

    static Text published(
            TargetRound round, Map<String, BigDecimal> targets, List<KpiDefinition> kpis) {
        var reason = round.decided().map(TargetRound.Decided::reason).orElse("");
        return new Text(
                round.from().label() + "目标已公布，请确认",
                "%s\n理由：%s\n请在 %s 前打开确认。"
                        .formatted(lines(targets, kpis), reason, said(round.startsAt())));
    }

    static Text acknowledge(TargetRound round) {
        return new Text(
                "请确认%s的目标".formatted(round.from().label()),
                "新目标从 %s 起执行，您还没有确认。".formatted(said(round.startsAt())));
    }

    static Text kept(TargetRound round) {
        return new Text(round.from().label() + "沿用现行目标", "在季度开始前没有作出决定，目标不变，也不会追溯。");
    }

    static Text inForce(TargetRound round, int unacknowledged) {
        return new Text(
                round.from().label() + "目标已生效",
                unacknowledged == 0
                        ? "所有成员都已确认。"
                        : "还有 %d 人没有确认，请提醒他们打开确认。".formatted(unacknowledged));
    }

    /** What the form 决定目标 shows above its fields, at most 500 characters. */
    static String summary(
            TargetRound round, List<Suggestion> suggestions, List<KpiDefinition> kpis) {
        var byMetric =
                kpis.stream()
                        .filter(KpiDefinition::isDefault)
                        .collect(
                                Collectors.toMap(
                                        KpiDefinition::metric, kpi -> kpi, (one, same) -> one));
        return suggestions.stream()
                .map(one -> line(one, byMetric.get(one.metric())))
                .collect(
                        Collectors.joining(
                                "\n",
                                "%s的目标：现行 → 建议\n".formatted(round.from().label()),
                                "\n依据与大家的意见见「目标管理」"));
    }

    /** 问题解决率 T1：≥ 90 % → 92 %（收紧）; 问题解决率 T1：≥ 90 %（保持）. */
    private static String line(Suggestion one, KpiDefinition kpi) {
        var unit = kpi.unit().label();
        var moved =
                one.move() == Move.KEEP
                        ? ""
                        : " → %s %s".formatted(one.suggested().toPlainString(), unit);
        return "%s %s：%s %s %s%s（%s）"
                .formatted(
                        kpi.name(),
                        one.metric(),
                        kpi.direction().sign(),
                        one.present().toPlainString(),
                        unit,
                        moved,
                        one.move().label());
    }

    /** 问题解决率 ≥ 92 %. */
    private static String lines(Map<String, BigDecimal> targets, List<KpiDefinition> kpis) {
        return kpis.stream()
                .filter(kpi -> kpi.isDefault() && targets.containsKey(kpi.metric()))
                .map(
                        kpi ->
                                "%s %s %s %s"
                                        .formatted(
                                                kpi.name(),
                                                kpi.direction().sign(),
                                                targets.get(kpi.metric()).toPlainString(),
                                                kpi.unit().label()))
                .collect(Collectors.joining("\n"));
    }

    private static String said(Instant at) {
        return WHEN.format(at.atZone(Zones.REPORTING));
    }
}
