package io.issueloop.collaboration.monthly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.delivery.Deliveries;
import io.issueloop.kpi.KpiRuns;
import io.issueloop.kpi.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the analysis of every month whose numbers are final, once, and has it sent. A timer only
 * wakes it; months missed are made up for, but only the newest is news.
 */
@Service
@Transactional
public class MonthlyAnalyses {

    private static final int BACK = 12;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final KpiRuns runs;
    private final MonthlySections sections;
    private final Deliveries deliveries;
    private final Clock clock;

    MonthlyAnalyses(
            JdbcClient jdbc,
            ObjectMapper json,
            KpiRuns runs,
            MonthlySections sections,
            Deliveries deliveries,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.runs = runs;
        this.sections = sections;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** As it was written; the address of its document where there is one. */
    public record Analysis(
            YearMonth month, Instant writtenAt, List<Section> sections, Optional<String> url) {}

    /** Writes what is owed, oldest first; repeating it writes nothing. */
    public void writeOwed() {
        var months =
                runs.runs(BACK * 2).stream()
                        .filter(run -> run.isFinal() && run.period().kind() == Period.Kind.MONTH)
                        .map(run -> YearMonth.parse(run.period().code()))
                        .sorted(Comparator.naturalOrder())
                        .toList();
        for (var month : months) {
            if (write(month) && month.equals(months.get(months.size() - 1))) {
                deliveries.request(key(month), MonthlyDocumentEffect.NAME, month.toString());
                deliveries.request(key(month), MonthlyNoticeEffect.NAME, month.toString());
            }
        }
    }

    /** Months that are written, the newest first. */
    @Transactional(readOnly = true)
    public List<String> months() {
        return jdbc.sql("select month from monthly_analysis order by month desc")
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Analysis> of(YearMonth month) {
        return jdbc.sql("select * from monthly_analysis where month = ?")
                .param(month.toString())
                .query(
                        (row, n) ->
                                new Analysis(
                                        month,
                                        row.getTimestamp("written_at").toInstant(),
                                        read(row.getString("body")),
                                        Optional.ofNullable(row.getString("document_url"))))
                .optional();
    }

    Optional<String> document(YearMonth month) {
        return jdbc.sql("select document_id from monthly_analysis where month = ?")
                .param(month.toString())
                .query((row, n) -> Optional.ofNullable(row.getString("document_id")))
                .optional()
                .flatMap(found -> found);
    }

    void keepDocument(YearMonth month, String id, String url) {
        jdbc.sql("update monthly_analysis set document_id = ?, document_url = ? where month = ?")
                .params(id, url, month.toString())
                .update();
    }

    static String key(YearMonth month) {
        return "MONTHLY-" + month;
    }

    private boolean write(YearMonth month) {
        return !isWritten(month)
                && jdbc.sql(
                                        """
                                        insert into monthly_analysis (month, written_at, body) values (?, ?, cast(? as jsonb))
                                        on conflict do nothing
                                        """)
                                .params(
                                        month.toString(),
                                        clock.instant().atOffset(ZoneOffset.UTC),
                                        written(sections.of(month)))
                                .update()
                        == 1;
    }

    private boolean isWritten(YearMonth month) {
        return months().contains(month.toString());
    }

    private String written(List<Section> all) {
        try {
            return json.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Section> read(String body) {
        try {
            return json.readValue(body, new TypeReference<List<Section>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
