package io.issueloop.kpi;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is told which summary: every lead the team's, CTO and KPI administrators the whole. */
@Component
class KpiAudience {

    /** People who get one text. */
    record Circle(KpiScope scope, List<UserId> people) {}

    private final JdbcClient jdbc;

    KpiAudience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Circle> circles() {
        return Stream.concat(Stream.of(management()), leads())
                .filter(c -> !c.people().isEmpty())
                .toList();
    }

    private Circle management() {
        return new Circle(
                KpiScope.ALL,
                jdbc
                        .sql(
                                """
                                select distinct r.user_id from member_role r join member m using (user_id)
                                 where r.role in ('CTO', 'KPI_ADMIN') and m.active order by r.user_id
                                """)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(UserId::of)
                        .toList());
    }

    private Stream<Circle> leads() {
        return jdbc
                .sql(
                        """
                        select t.team_id, t.lead from team t join member m on m.user_id = t.lead
                         where t.active and m.active
                           and exists (select 1 from member x where x.team_id = t.team_id and x.active)
                         order by t.team_id
                        """)
                .query(
                        (row, n) ->
                                new Circle(
                                        KpiScope.team(TeamId.of(row.getLong("team_id"))),
                                        List.of(UserId.of(row.getString("lead")))))
                .list()
                .stream();
    }
}
