package io.issueloop.kpi;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people call a scope: the team's or the person's name. */
@Component
class KpiNames {

    private final JdbcClient jdbc;

    KpiNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names by scope; a scope nobody knows is called by its id. */
    Map<String, String> byScope() {
        var names = new HashMap<String, String>();
        names.put("all", "全部团队");
        jdbc.sql(
                        """
                        select 'team:' || team_id as scope, name from team
                        union all select 'person:' || user_id, name from member
                        """)
                .query(
                        row -> {
                            names.put(row.getString("scope"), row.getString("name"));
                        });
        return names;
    }
}
