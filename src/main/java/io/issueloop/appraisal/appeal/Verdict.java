package io.issueloop.appraisal.appeal;

import io.issueloop.kpi.KpiCorrections.Correction;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a decider says.
 *
 * @param choice {@code count}: the line counts, {@code leave_out}: it does not, {@code dismiss}:
 *     the appeal is not upheld
 * @param line which line is corrected, where the appeal names none
 * @param share of a solved issue or an article; empty is the whole
 */
public record Verdict(String choice, String line, String share, String reason) {

    boolean isUpheld() {
        return choice.equals("count") || choice.equals("leave_out");
    }

    Map<String, Object> asForm() {
        return Map.of(
                "appealDecision", choice,
                "appealLine", line,
                "appealShare", share,
                "appealReason", reason);
    }

    /** Empty where nothing is corrected. */
    Optional<Correction> correction(Appeal appeal, UserId actor, String why) {
        if (!isUpheld()) {
            if (!choice.equals("dismiss")) {
                throw new Refused("请选择裁决结果");
            }
            return Optional.empty();
        }
        var counts = choice.equals("count");
        if (counts && appeal.metric().equals("P4")) {
            throw new Refused("互评的分数不能由裁决写入；认为评分无效时请选择“不计入”");
        }
        var amounts = amounts(appeal.metric());
        return Optional.of(
                new Correction(
                        appeal.no(),
                        appeal.quarter(),
                        appeal.metric(),
                        appeal.person(),
                        corrected(appeal),
                        counts,
                        counts ? amounts.numerator() : BigDecimal.ZERO,
                        counts ? amounts.denominator() : BigDecimal.ZERO,
                        why,
                        actor));
    }

    private record Amounts(BigDecimal numerator, BigDecimal denominator) {}

    /**
     * As the lines of each metric bear them: P1, P3 a share, P2 one of one, P5 its weight (added by
     * kpi).
     */
    private Amounts amounts(String metric) {
        return switch (metric) {
            case "P2", "P5" -> new Amounts(BigDecimal.ONE, BigDecimal.ONE);
            default -> new Amounts(givenShare(), BigDecimal.ZERO);
        };
    }

    private BigDecimal givenShare() {
        if (share.isBlank()) {
            return BigDecimal.ONE;
        }
        if (!share.strip().matches("0\\.\\d{1,4}|1(\\.0+)?")) {
            throw new Refused("份额应在 0 到 1 之间，例如 0.5");
        }
        return new BigDecimal(share.strip());
    }

    private String corrected(Appeal appeal) {
        if (appeal.metric().equals("P4")) {
            return "同事互评";
        }
        var chosen = appeal.line().isEmpty() ? line.strip() : appeal.line();
        if (chosen.isEmpty()) {
            throw new Refused("请写明更正哪一条（问题、文章或学习条目的编号）");
        }
        return chosen;
    }
}
