package io.issueloop.kpi;

import io.issueloop.delivery.ByHand;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures a person passes on in place of the application; pure functions. */
final class HandKpi {

    private static final String COLUMNS = "周期\t对象\t指标\t数值\t目标\t状态\t样本数";

    private HandKpi() {}

    /**
     * The teams' rows, tab-separated, so that a grid takes them as cells. Personal figures are not
     * copied to where others could read them.
     */
    static ByHand table(Period period, List<KpiTable.Row> rows) {
        var teams =
                rows.stream()
                        .filter(row -> row.sheet() == KpiTable.Sheet.TEAM)
                        .map(HandKpi::line)
                        .collect(Collectors.joining("\n"));
        return ByHand.of(
                        "把%s指标填入「KPI 统计」".formatted(period.label()),
                        "请在表格「KPI 统计」的子表「团队」中更新下面的行：周期、对象、指标都相同的行改数值，没有的新增。"
                                + "子表「个人」的数值不在这里出示，请在「看板」查看后填写。",
                        COLUMNS + "\n" + teams)
                .forKpiAdmins();
    }

    static ByHand letters(
            Period period, List<KpiSummaryEffect.Letter> letters, Map<String, String> names) {
        var text =
                letters.stream()
                        .map(
                                letter ->
                                        "【发给 %s】\n%s\n%s"
                                                .formatted(
                                                        people(letter.to(), names),
                                                        letter.title(),
                                                        letter.text()))
                        .collect(Collectors.joining("\n\n"));
        return ByHand.of(
                        "发送%s指标汇总".formatted(period.label()),
                        "请在企业微信中把下面的消息分别发给各自的收件人；详情都在「看板」。",
                        text)
                .forKpiAdmins();
    }

    private static String line(KpiTable.Row row) {
        return String.join(
                "\t",
                row.period(),
                row.subject(),
                row.metric(),
                row.value().map(BigDecimal::toPlainString).orElse("—"),
                row.target().map(BigDecimal::toPlainString).orElse("—"),
                row.status(),
                String.valueOf(row.sampleSize()));
    }

    private static String people(List<UserId> users, Map<String, String> names) {
        return users.stream()
                .map(user -> names.getOrDefault("person:" + user, user.value()))
                .collect(Collectors.joining("、"));
    }
}
