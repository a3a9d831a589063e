package io.issueloop.kpi;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the statements of the KPIs rest on, as the database executes it: the functions that make of
 * facts what the statements read, and the views over facts about people (kpi.md: the text is
 * rendered from what is executed).
 */
@Service
@Transactional(readOnly = true)
public class KpiSteps {

    private final JdbcClient jdbc;

    KpiSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One function or view, word for word. */
    public record Step(String name, String statement) {}

    /** By name. */
    public List<Step> all() {
        return jdbc.sql(
                        """
                        select p.proname as name, pg_get_functiondef(p.oid) as statement
                          from pg_proc p
                         where p.pronamespace = current_schema()::regnamespace and p.prokind = 'f'
                           and (p.proname like 'kpi\\_%' or p.proname in ('work_seconds', 'add_work'))
                        union all
                        select c.relname, pg_get_viewdef(c.oid)
                          from pg_class c
                         where c.relnamespace = current_schema()::regnamespace and c.relkind = 'v' and c.relname like 'kpi\\_%'
                         order by name
                        """)
                .query(Step.class)
                .list();
    }
}
