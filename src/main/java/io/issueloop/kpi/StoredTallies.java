package io.issueloop.kpi;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The values of a period as they were added up, seen under the definitions of any version:
 * numerators and denominators stay, basis, target and weight are the version's.
 */
@Component
class StoredTallies {

    private final JdbcClient jdbc;

    StoredTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without the scores. */
    List<Tally> of(Period period, DefinitionVersion version, Map<String, Exposure> exposures) {
        var targets = new Targets(period.kind(), exposures);
        return jdbc.sql(
                        """
                        select * from kpi_value where period = :period and metric <> 'SCORE'
                         order by metric, basis, scope
                        """)
                .param("period", period.code())
                .query(
                        (row, n) -> {
                            var kpi = version.of(row.getString("metric"), row.getString("basis"));
                            var scope = row.getString("scope");
                            return new Tally(
                                    kpi,
                                    scope,
                                    row.getBigDecimal("numerator"),
                                    row.getBigDecimal("denominator"),
                                    row.getLong("n"),
                                    targets.of(kpi, scope),
                                    !row.getString("status").equals("INSUFFICIENT"),
                                    Map.of());
                        })
                .list();
    }

    /** One person's, under the version in force. */
    List<Tally> of(Period period, DefinitionVersion version, String scope, Exposure exposure) {
        return of(period, version, Map.of(scope, exposure)).stream()
                .filter(tally -> tally.scope().equals(scope))
                .toList();
    }
}
