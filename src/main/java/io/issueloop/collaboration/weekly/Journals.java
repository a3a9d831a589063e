package io.issueloop.collaboration.weekly;

import io.issueloop.shared.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Journals (汇报) people wrote in WeCom: only that and when they did, each counted once. */
@Service
public class Journals {

    private final JdbcClient jdbc;

    Journals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isKnown(String uuid) {
        return jdbc.sql("select exists (select 1 from journal where uuid = :uuid)")
                .param("uuid", uuid)
                .query(Boolean.class)
                .single();
    }

    /** Keeps it; nothing changes when it is known. It belongs to the week it was handed in. */
    public void keep(String uuid, UserId member, String template, Instant reportedAt) {
        jdbc.sql(
                        """
                insert into journal (uuid, member, week, template, reported_at)
                values (:uuid, :member, :week, :template, :at) on conflict (uuid) do nothing
                """)
                .param("uuid", uuid)
                .param("member", member.value())
                .param("week", Week.of(reportedAt).code())
                .param("template", template)
                .param("at", reportedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many of these people wrote at least one in the week. */
    int writers(Week week, List<UserId> people) {
        if (people.isEmpty()) {
            return 0;
        }
        return jdbc.sql(
                        "select count(distinct member) from journal where week = :week and member in (:people)")
                .param("week", week.code())
                .param("people", people.stream().map(UserId::value).toList())
                .query(Integer.class)
                .single();
    }
}
