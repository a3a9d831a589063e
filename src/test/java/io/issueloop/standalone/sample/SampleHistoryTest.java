package io.issueloop.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.calendar.TestCalendars;
import io.issueloop.support.TestClock;
import io.issueloop.support.TestDatabase;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sample organisation's past. */
class SampleHistoryTest {

    private static final TestClock NOW = new TestClock("2026-11-22T10:00");

    private final DataSource database = TestDatabase.create().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void isWrittenOnceIntoAnEmptyDatabaseOnly() {
        assertThat(history(database).write(NOW.instant(), 7)).isEqualTo(160);
        assertThat(history(database).write(NOW.instant(), 7)).isZero();
        assertThat(count("select count(*) from issue")).isEqualTo(160);
        assertThat(count("select nextval('issue_serial')")).isEqualTo(161);
    }

    @Test
    void isTheSameForTheSameSeed() {
        var other = TestDatabase.create().dataSource();
        history(database).write(NOW.instant(), 7);
        history(other).write(NOW.instant(), 7);
        assertThat(events(JdbcClient.create(other))).isEqualTo(events(jdbc));
    }

    @Test
    void rowsFollowFromEvents() {
        history(database).write(NOW.instant(), 7);
        assertThat(
                        count(
                                """
                                select count(*) from issue i
                                  join lateral (
                                       select min(occurred_at) filter (where type = 'REPORTED') as reported,
                                              max(occurred_at) filter (where type = 'RESOLVED') as resolved,
                                              max(occurred_at) filter (where type = 'CLOSED') as closed,
                                              count(*) filter (where type = 'RESOLVED') as resolutions,
                                              count(*) filter (where type = 'ASSIGNED') as assignments,
                                              max((payload ->> 'stars')::int) as stars
                                         from issue_event e where e.issue_no = i.issue_no) e on true
                                 where (reported_at, closed_at, resolution_count, assignment_count)
                                       = (e.reported, e.closed, e.resolutions, e.assignments)
                                   and resolved_at is not distinct from e.resolved and i.stars is not distinct from e.stars
                                   and status = 'CLOSED' and e.closed < '2026-11-22 10:00+08'
                                """))
                .isEqualTo(160);
        assertThat(
                        count(
                                "select count(*) from issue_event where payload ->> 'kind' = 'DUPLICATE_REPORT'"))
                .isEqualTo(2);
        assertThat(count("select count(distinct category) from issue")).isEqualTo(4);
    }

    @Test
    void articlesAreFacts() {
        jdbc.sql(
                        """
                insert into team values (2, '平台研发部', 1, 'lixue', true), (3, '应用研发部', 1, 'wanglei', true),
                                        (4, '质量保障部', 1, 'chenjing', true)
                """)
                .update();
        history(database).write(NOW.instant(), 7);
        new SampleArticles(jdbc).write(NOW.instant());
        assertThat(count("select count(*) from article")).isBetween(3L, 8L);
        assertThat(count("select count(*) from kpi_article"))
                .isEqualTo(count("select count(*) from article"));
    }

    private static SampleHistory history(DataSource database) {
        var jdbc = JdbcClient.create(database);
        return new SampleHistory(
                jdbc,
                TestCalendars.of(jdbc, NOW).calendar(),
                new SampleRows(new NamedParameterJdbcTemplate(database)));
    }

    private static List<Map<String, Object>> events(JdbcClient jdbc) {
        return jdbc.sql(
                        "select issue_no, type, actor, holder, occurred_at, payload::text from issue_event order by id")
                .query()
                .listOfRows();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
