package io.issueloop.kpi;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which periods people and the KPI table have yet to hear of. */
@Component
class PeriodNews {

    private final JdbcClient jdbc;

    PeriodNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changed where nobody could be reached. */
    void unshown(Period period) {
        jdbc.sql("update kpi_owed_period set unshown = true where period = ?")
                .param(period.code())
                .update();
    }

    /** What has to be shown yet, and is from now on. */
    List<Period> shown() {
        return jdbc
                .sql("update kpi_owed_period set unshown = false where unshown returning period")
                .query(String.class)
                .list()
                .stream()
                .map(Period::of)
                .toList();
    }

    /** Periods people have not been told about since they changed, oldest first. */
    List<Period> untold() {
        return jdbc
                .sql(
                        "select period from kpi_owed_period where told < revision order by ends_at, starts_at desc")
                .query(String.class)
                .list()
                .stream()
                .map(Period::of)
                .toList();
    }

    /** Marks the present revision as told and answers it. */
    int told(Period period) {
        return jdbc.sql(
                        "update kpi_owed_period set told = revision where period = :period returning revision")
                .param("period", period.code())
                .query(Integer.class)
                .single();
    }
}
