package io.issueloop.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.model.ModelChange.Action;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only record of what was done to models. */
@Component
class ModelLog {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ModelLog(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void append(ModelChange change) {
        jdbc.sql(
                        """
                        insert into model_change
                               (action, model_type, model_key, from_version, to_version,
                                actor, reason, changes, occurred_at)
                        values (:action, :type, :key, :from, :to, :actor, :reason,
                                cast(:changes as jsonb), :at)
                        """)
                .param("action", change.action().name())
                .param("type", change.model().type().code())
                .param("key", change.model().key())
                .param("from", change.from())
                .param("to", change.to())
                .param("actor", change.by().value())
                .param("reason", change.reason())
                .param("changes", written(change.changes()))
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first. */
    List<ModelChange> of(ModelId model) {
        return jdbc.sql(
                        """
                        select * from model_change
                         where model_type = :type and model_key = :key
                         order by id desc limit 200
                        """)
                .param("type", model.type().code())
                .param("key", model.key())
                .query((row, number) -> read(row))
                .list();
    }

    /** The change that led to each model's version of today. */
    List<ModelChange> newest() {
        return jdbc.sql(
                        """
                        select distinct on (model_type, model_key) * from model_change
                         where action <> 'MIGRATED'
                         order by model_type, model_key, id desc
                        """)
                .query((row, number) -> read(row))
                .list();
    }

    private ModelChange read(ResultSet row) throws SQLException {
        var type = ModelType.of(row.getString("model_type")).orElseThrow();
        return new ModelChange(
                Action.valueOf(row.getString("action")),
                new ModelId(type, row.getString("model_key")),
                row.getInt("from_version"),
                row.getInt("to_version"),
                UserId.of(row.getString("actor")),
                row.getString("reason"),
                words(row.getString("changes")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }

    private String written(List<String> changes) {
        try {
            return json.writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> words(String changes) {
        try {
            return List.of(json.readValue(changes, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
