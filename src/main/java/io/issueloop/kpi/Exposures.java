package io.issueloop.kpi;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long everybody was there in a period, from dated membership and leave. */
@Component
class Exposures {

    private final JdbcClient jdbc;

    Exposures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By scope, such as {@code person:zhangwei}. */
    Map<String, Exposure> of(Period period) {
        var exposures = new HashMap<String, Exposure>();
        jdbc.sql("select * from kpi_exposure(?, ?)")
                .params(
                        period.start().atOffset(ZoneOffset.UTC),
                        period.end().atOffset(ZoneOffset.UTC))
                .query(
                        row -> {
                            exposures.put(
                                    "person:" + row.getString("person"),
                                    new Exposure(row.getLong("active"), row.getLong("working")));
                        });
        return exposures;
    }
}
