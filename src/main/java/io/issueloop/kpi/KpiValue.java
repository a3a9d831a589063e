package io.issueloop.kpi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One value as {@code GET /api/kpis} answers it (design.md §3): decimals are texts with ten
 * decimals, in percent points, working days (T2's numerator in minutes), stars or counts;
 * comparison used the exact value.
 *
 * @param value null for N/A
 * @param counts whether it is on the basis that counts; the others stand beside it
 * @param target null where the metric has none for this kind of period
 */
public record KpiValue(
        long id,
        String metric,
        String scope,
        String period,
        String basis,
        @Nullable String value,
        String numerator,
        String denominator,
        long n,
        @Nullable String target,
        KpiStatus status,
        boolean provisional,
        int definitionVersion,
        int calendarVersion,
        OffsetDateTime computedAt,
        @JsonIgnore boolean counts) {}
