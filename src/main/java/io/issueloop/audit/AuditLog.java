package io.issueloop.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One list of everything recorded in our tables and in the engine; nobody writes to it. */
@Service
public class AuditLog {

    private static final String READ =
            """
            select at, actor, kind, action, subject, detail from audit_entry
             where at >= :from and at < :before
               and (:kind = '' or kind = :kind)
               and (:actor = '' or actor = :actor or actor like '%/' || :actor)
               and (:text = '' or strpos(lower(actor || ' ' || subject || ' ' || detail), :text) > 0)
             order by at desc, action, subject
             limit :most
            """;

    private final JdbcClient jdbc;
    private final EngineOperations engine;

    AuditLog(JdbcClient jdbc, EngineOperations engine) {
        this.jdbc = jdbc;
        this.engine = engine;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> find(AuditQuery query) {
        var ofEngine =
                query.kind().isEmpty() || query.kind().get().equals(EngineOperations.KIND)
                        ? engine.find(query)
                        : List.<AuditEntry>of();
        return Stream.concat(own(query).stream(), ofEngine.stream())
                .sorted(Comparator.comparing(AuditEntry::at).reversed())
                .limit(query.most())
                .toList();
    }

    private List<AuditEntry> own(AuditQuery query) {
        return jdbc.sql(READ)
                .param("from", query.from().atOffset(ZoneOffset.UTC))
                .param("before", query.before().atOffset(ZoneOffset.UTC))
                .param("kind", query.kind().orElse(""))
                .param("actor", query.actor().orElse(""))
                .param("text", query.text().orElse("").toLowerCase(Locale.ROOT))
                .param("most", query.most())
                .query(
                        (row, index) ->
                                new AuditEntry(
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getString("actor"),
                                        row.getString("kind"),
                                        row.getString("action"),
                                        row.getString("subject"),
                                        row.getString("detail")))
                .list();
    }
}
