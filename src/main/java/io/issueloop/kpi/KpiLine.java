package io.issueloop.kpi;

/**
 * One issue in or out of a value and why, as {@code GET /api/kpis/{id}/lines} answers it; decimals
 * as in {@link KpiValue}.
 *
 * @param reason Chinese, for the person whose number it is
 */
public record KpiLine(
        String issueNo, boolean included, String reason, String numerator, String denominator) {}
