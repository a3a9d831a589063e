package io.issueloop.collaboration.workbench;

import io.issueloop.collaboration.workbench.Workbench.Figure;
import io.issueloop.delivery.Deliveries;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.kpi.KpiDisplay;
import io.issueloop.kpi.KpiScope;
import io.issueloop.kpi.Kpis;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What everybody's workbench says, as of now; brought up to date every working morning. */
@Service
public class WorkbenchNumbers {

    private final JdbcClient jdbc;
    private final Kpis kpis;
    private final Deliveries deliveries;
    private final Directory directory;
    private final Clock clock;

    WorkbenchNumbers(
            JdbcClient jdbc, Kpis kpis, Deliveries deliveries, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.kpis = kpis;
        this.deliveries = deliveries;
        this.directory = directory;
        this.clock = clock;
    }

    /** One delivery a team. */
    public void request() {
        var key = "WORKBENCH-" + LocalDate.ofInstant(clock.instant(), Zones.REPORTING);
        directory.members().stream()
                .map(Member::team)
                .distinct()
                .forEach(team -> deliveries.request(key, WorkbenchEffect.NAME, team.toString()));
    }

    List<UserId> members(String team) {
        return directory.members().stream()
                .filter(who -> who.team().toString().equals(team))
                .map(Member::userId)
                .toList();
    }

    List<Figure> of(UserId user) {
        var quarter = Period.at(Period.Kind.QUARTER, clock.instant());
        var tomorrow =
                LocalDate.ofInstant(clock.instant(), Zones.REPORTING)
                        .plusDays(1)
                        .atStartOfDay(Zones.REPORTING)
                        .toInstant();
        var counts =
                jdbc.sql(
                                """
                                select count(*) filter (where status in ('ASSIGNED', 'HANDLING', 'PAUSED')) as open,
                                       count(*) filter (where status in ('ASSIGNED', 'HANDLING')
                                                          and personal_due_at < :tomorrow) as due,
                                       count(*) filter (where status = 'CLOSED' and closed_at >= :start) as closed
                                  from issue where handler = :user
                                """)
                        .param("user", user.value())
                        .param("tomorrow", tomorrow.atOffset(ZoneOffset.UTC))
                        .param("start", quarter.start().atOffset(ZoneOffset.UTC))
                        .query()
                        .singleRow();
        return List.of(
                new Figure("待处理", text(counts, "open"), "/issues?who=handler"),
                new Figure("今日到期", text(counts, "due"), "/issues?who=handler"),
                new Figure("本季关闭", text(counts, "closed"), "/issues?who=handler"),
                new Figure("及时率", punctuality(user, quarter), "/m/kpi"));
    }

    private String punctuality(UserId user, Period quarter) {
        return kpis.find(quarter, KpiScope.person(user), "P2").stream()
                .filter(value -> value.value() != null)
                .findFirst()
                .map(KpiDisplay::of)
                .map(shown -> shown.value() + shown.unit())
                .orElse("—");
    }

    private static String text(Map<String, Object> counts, String name) {
        return String.valueOf(counts.get(name));
    }

    /** Whether it is other than what was shown last. */
    boolean isNews(UserId user, List<Figure> figures) {
        return !jdbc.sql("select figures from workbench_shown where user_id = ?")
                .param(user.value())
                .query(String.class)
                .optional()
                .orElse("")
                .equals(figures.toString());
    }

    void shown(UserId user, List<Figure> figures) {
        jdbc.sql(
                        """
                        insert into workbench_shown values (?, ?, ?)
                        on conflict (user_id) do update set figures = excluded.figures, shown_at = excluded.shown_at
                        """)
                .params(user.value(), figures.toString(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
