package io.issueloop.kpi;

import io.issueloop.directory.DirectoryChanged;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers who led which team from when to when (kpi.md §1), in the directory's transaction. */
@Component
class DatedLeads {

    private final JdbcClient jdbc;
    private final Clock clock;

    DatedLeads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void keep(DirectoryChanged changed) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        """
                        update team_lead set valid_to = :now
                         where valid_to is null and not exists (
                               select from team where team.team_id = team_lead.team_id
                                  and team.lead = team_lead.lead and team.active)
                        """)
                .param("now", now)
                .update();
        jdbc.sql(
                        """
                        insert into team_lead (team_id, lead, valid_from)
                        select team_id, lead, :now from team
                         where active and lead is not null and not exists (
                               select from team_lead where team_lead.team_id = team.team_id and valid_to is null)
                        on conflict (team_id, valid_from) do update set lead = excluded.lead, valid_to = null
                        """)
                .param("now", now)
                .update();
    }
}
