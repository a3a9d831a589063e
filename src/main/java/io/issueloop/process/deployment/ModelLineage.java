package io.issueloop.process.deployment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which contents of a model came from a file, and which were met in the engine. */
@Component
class ModelLineage {

    /** Where a content came from. */
    enum Origin {
        FILE,
        ENGINE
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    ModelLineage(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean cameFromFile(ModelFile model, String hash) {
        return jdbc.sql(
                                """
                        select count(*) from model_lineage
                         where model_type = :type and model_key = :key
                           and content_hash = :hash and origin = 'file'
                        """)
                        .param("type", model.type())
                        .param("key", model.key())
                        .param("hash", hash)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Forgets that the content came from a file; whoever is to go on from it must meet it again.
     */
    void decidedByPerson(ModelFile model) {
        jdbc.sql(
                        """
                        delete from model_lineage
                         where model_type = :type and model_key = :key
                           and content_hash = :hash and origin = 'file'
                        """)
                .param("type", model.type())
                .param("key", model.key())
                .param("hash", model.hash())
                .update();
        record(model, model.hash(), Origin.ENGINE);
    }

    void record(ModelFile model, String hash, Origin origin) {
        jdbc.sql(
                        """
                        insert into model_lineage
                               (model_type, model_key, content_hash, origin, resource, recorded_at)
                        values (:type, :key, :hash, :origin, :resource, :now)
                        on conflict (model_type, model_key, content_hash, origin) do nothing
                        """)
                .param("type", model.type())
                .param("key", model.key())
                .param("hash", hash)
                .param("origin", origin.name().toLowerCase(Locale.ROOT))
                .param("resource", model.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
