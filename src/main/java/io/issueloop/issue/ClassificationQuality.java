package io.issueloop.issue;

import io.issueloop.issue.ClassificationReport.Keyword;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The monthly report on the classification table, read from the log; months are Asia/Shanghai. */
@Service
@Transactional
public class ClassificationQuality {

    private static final String JUDGED =
            """
            with judged as (
                select c.issue_no, c.payload ->> 'category' as category, c.payload -> 'hits' as hits,
                       exists (select from issue_event t where t.issue_no = c.issue_no and t.type = 'TRIAGED') as triaged,
                       exists (select from issue_event r where r.issue_no = c.issue_no and r.type = 'RECLASSIFIED'
                                  and r.payload ->> 'category' <> c.payload ->> 'category') as corrected
                  from issue_event c
                 where c.type = 'CLASSIFIED' and c.occurred_at >= :start and c.occurred_at < :end
            )
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ClassificationQuality(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ClassificationReport of(YearMonth month) {
        var params = bounds(month);
        return jdbc.sql(
                        JUDGED
                                + """
                select count(*) as judged, count(category) as automatic,
                       count(*) filter (where triaged) as triaged,
                       count(*) filter (where corrected) as corrected from judged
                """)
                .params(params)
                .query(
                        (row, index) ->
                                new ClassificationReport(
                                        month,
                                        row.getInt("judged"),
                                        row.getInt("automatic"),
                                        row.getInt("triaged"),
                                        row.getInt("corrected"),
                                        keywords(params),
                                        new MissingWords(triagedTexts(params)).found()))
                .single();
    }

    /** Months with something to report, the present one first. */
    @Transactional(readOnly = true)
    public List<YearMonth> months() {
        var first =
                jdbc.sql("select min(occurred_at) from issue_event where type = 'CLASSIFIED'")
                        .query(OffsetDateTime.class)
                        .optional();
        var months = new ArrayList<YearMonth>();
        if (first.isPresent()) {
            var from = YearMonth.from(first.get().atZoneSameInstant(Zones.REPORTING));
            for (var month = present(); !month.isBefore(from); month = month.minusMonths(1)) {
                months.add(month);
            }
        }
        return months;
    }

    /**
     * The months that are over and were not reported: marked as asked for, oldest first, in the
     * caller's transaction; those over for more than a quarter are only marked.
     */
    public List<YearMonth> takeOwed() {
        var owed = new ArrayList<YearMonth>();
        for (var month : months()) {
            if (month.isBefore(present()) && mark(month) && isRecent(month)) {
                owed.add(0, month);
            }
        }
        return owed;
    }

    private boolean mark(YearMonth month) {
        return jdbc.sql(
                                "insert into classification_report (month, requested_at) values (:month, :now) on conflict do nothing")
                        .param("month", month.toString())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private boolean isRecent(YearMonth month) {
        return !month.isBefore(present().minusMonths(3));
    }

    private YearMonth present() {
        return YearMonth.from(clock.instant().atZone(Zones.REPORTING));
    }

    private List<Keyword> keywords(Map<String, Object> params) {
        return jdbc.sql(
                        JUDGED
                                + """
                select split_part(h.hit, ':', 1) as category, split_part(h.hit, ':', 2) as keyword,
                       count(*) as issues, count(*) filter (where corrected) as corrected
                  from judged cross join lateral jsonb_array_elements_text(hits) as h (hit)
                 where split_part(h.hit, ':', 1) = judged.category
                 group by 1, 2 order by corrected desc, issues desc, keyword
                """)
                .params(params)
                .query(
                        (row, index) ->
                                new Keyword(
                                        row.getString("category"),
                                        row.getString("keyword"),
                                        row.getInt("issues"),
                                        row.getInt("corrected")))
                .list();
    }

    private List<MissingWords.Text> triagedTexts(Map<String, Object> params) {
        return jdbc.sql(
                        JUDGED
                                + """
                select i.description, i.category from judged j join issue i using (issue_no)
                 where j.triaged and jsonb_array_length(coalesce(j.hits, '[]')) = 0 and i.category is not null
                 order by i.issue_no limit 2000
                """)
                .params(params)
                .query(
                        (row, index) ->
                                new MissingWords.Text(
                                        row.getString("description"), row.getString("category")))
                .list();
    }

    private static Map<String, Object> bounds(YearMonth month) {
        return Map.of("start", start(month), "end", start(month.plusMonths(1)));
    }

    private static OffsetDateTime start(YearMonth month) {
        return month.atDay(1).atStartOfDay(Zones.REPORTING).toOffsetDateTime();
    }
}
