package io.issueloop.kpi;

import io.issueloop.calendar.TestCalendars;
import io.issueloop.delivery.RecordedDeliveries;
import io.issueloop.support.TestClock;
import io.issueloop.support.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The KPI feature on a fresh database, built by hand. */
final class TestKpis {

    private final DataSource database;
    final JdbcClient jdbc;
    final TestClock clock;
    final RecordedDeliveries deliveries;
    final Kpis kpis;
    final KpiRollup rollup;
    private final TransactionTemplate transaction;
    private int issues;

    TestKpis(String now) {
        this(TestDatabase.create().dataSource(), now);
    }

    /** On any database that has our tables. */
    TestKpis(DataSource database, String now) {
        this.database = database;
        jdbc = JdbcClient.create(database);
        kpis = new Kpis(jdbc, new DefinitionStore(jdbc));
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        clock = new TestClock(now);
        deliveries = new RecordedDeliveries(jdbc, clock);
        rollup = rollup();
    }

    /** Another node on the same database. */
    TestKpis otherNode(String now) {
        return new TestKpis(database, now);
    }

    private KpiRollup rollup() {
        var named = new NamedParameterJdbcTemplate(database);
        var calendars = TestCalendars.of(jdbc, clock);
        return new KpiRollup(
                new OwedPeriods(jdbc, calendars.calendar()),
                new PeriodNews(jdbc),
                computation(),
                new KpiValues(named),
                calendars.calendar(),
                deliveries.deliveries(),
                clock);
    }

    private PeriodComputation computation() {
        var calendars = TestCalendars.of(jdbc, clock);
        var named = new NamedParameterJdbcTemplate(database);
        return new PeriodComputation(
                new LockedPeriods(jdbc),
                new DefinitionStore(jdbc),
                new ExecutedStatements(jdbc),
                new PeriodLines(
                        jdbc,
                        new IssueLines(jdbc),
                        new LineSums(jdbc),
                        new TimedIssues(jdbc),
                        new CorrectedLines(jdbc)),
                new ChangedIssues(jdbc),
                new PeriodTallies(jdbc, new Exposures(jdbc)),
                new PeriodScores(named),
                new KpiValues(named),
                calendars.calendar(),
                calendars.coverage());
    }

    /** What the command does. */
    KpiRecomputation.Report recompute(String period) {
        var calendars = TestCalendars.of(jdbc, clock);
        var recomputation =
                new KpiRecomputation(
                        jdbc,
                        computation(),
                        new OwedPeriods(jdbc, calendars.calendar()),
                        new LockedPeriods(jdbc),
                        new PeriodNews(jdbc),
                        kpis,
                        new KpiFingerprint(jdbc),
                        clock);
        return Objects.requireNonNull(
                transaction.execute(status -> recomputation.recompute(Period.of(period))));
    }

    String fingerprint(String period) {
        return new KpiFingerprint(jdbc).of(Period.of(period));
    }

    TestIssue issue() {
        return issue("ISS-20260101-%04d".formatted(++issues));
    }

    TestIssue issue(String no) {
        return new TestIssue(jdbc, no);
    }

    /** One night: registers and computes, as of {@code now}. */
    List<Period> night(String now) {
        clock.set(now);
        return night();
    }

    List<Period> night() {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            rollup.owe(clock.instant());
                            return rollup.computeOwed();
                        }));
    }

    /** In a transaction. */
    void does(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    KpiValue value(String period, String scope, String metric, String basis) {
        return kpis.find(Period.of(period), KpiScope.of(scope), metric).stream()
                .filter(value -> value.basis().equals(basis))
                .findFirst()
                .orElseThrow();
    }

    /** {@code numerator/denominator} without trailing zeros. */
    String parts(String period, String scope, String metric, String basis) {
        var value = value(period, scope, metric, basis);
        return plain(value.numerator()) + "/" + plain(value.denominator());
    }

    String parts(String period, String scope, String metric) {
        return parts(period, scope, metric, "DEFAULT");
    }

    /** {@code issueNo ✓|✗ reason} of every line. */
    List<String> lines(KpiValue value) {
        return kpis.lines(value.id()).stream()
                .map(l -> l.issueNo() + (l.included() ? " ✓ " : " ✗ ") + l.reason())
                .toList();
    }

    void team(long id, String name, String lead, String... members) {
        jdbc.sql("insert into team values (?, ?, 1, ?, true)").params(id, name, lead).update();
        for (var member : members) {
            jdbc.sql("insert into member values (?, ?, ?, true)")
                    .params(member, member, id)
                    .update();
            jdbc.sql("insert into membership values (?, ?, '2020-01-01Z', null)")
                    .params(member, id)
                    .update();
        }
    }

    private static String plain(String decimal) {
        return new BigDecimal(decimal).stripTrailingZeros().toPlainString();
    }
}
