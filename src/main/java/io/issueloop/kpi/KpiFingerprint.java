package io.issueloop.kpi;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One short text for all results of a period. */
@Component
class KpiFingerprint {

    private final JdbcClient jdbc;

    KpiFingerprint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * sha-256 over every line and value of a period in a fixed order, ids and times of computation
     * left out: the same facts give the same.
     */
    String of(Period period) {
        return jdbc.sql(
                        """
                        select encode(sha256(convert_to(coalesce(string_agg(hash, '' order by hash), ''), 'UTF8')), 'hex')
                          from (select encode(sha256(convert_to(concat_ws('|', metric, basis, definition_version, issue_no,
                                       team_id, coalesce(person, '-'), included, reason, trim_scale(numerator),
                                       trim_scale(denominator), coalesce(part, '-'), trim_scale(extra)), 'UTF8')), 'hex') as hash
                                  from kpi_line where period = :period
                                union all
                                select encode(sha256(convert_to(concat_ws('|', metric, basis, definition_version, scope,
                                       trim_scale(numerator), trim_scale(denominator), n, trim_scale(target), status,
                                       provisional, calendar_version, details), 'UTF8')), 'hex')
                                  from kpi_value where period = :period) facts
                        """)
                .param("period", period.code())
                .query(String.class)
                .single();
    }
}
