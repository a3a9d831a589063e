package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Settings;
import java.util.List;
import java.util.Optional;

/** A record as {@code get_records} shows it (page 101158): options and people filled in. */
final class RecordView {

    private final Contacts contacts;
    private final Settings settings;

    RecordView(Contacts contacts, Settings settings) {
        this.contacts = contacts;
        this.settings = settings;
    }

    ObjectNode of(ObjectNode record, List<ObjectNode> fields, Rows.Key key) {
        var view =
                Json.object()
                        .put("record_id", record.path("record_id").asText())
                        .put("create_time", record.path("create_time").asText())
                        .put("update_time", record.path("update_time").asText());
        view.set("values", values(record, fields, key));
        return view.put("creator_name", name(record.path("creator").asText()))
                .put("updater_name", name(record.path("updater").asText()));
    }

    ObjectNode values(ObjectNode record, List<ObjectNode> fields, Rows.Key key) {
        var values = Json.object();
        for (var field : fields) {
            cell(record, field).ifPresent(cell -> values.set(key.of(field), cell));
        }
        return values;
    }

    /** Empty where the cell is. */
    Optional<JsonNode> cell(ObjectNode record, ObjectNode field) {
        var kept = record.path("values").path(field.path("field_id").asText());
        return switch (FieldRules.type(field)) {
            case "CREATED_USER" -> Optional.of(author(record.path("creator").asText()));
            case "MODIFIED_USER" -> Optional.of(author(record.path("updater").asText()));
            case "CREATED_TIME" -> Optional.of(record.path("create_time"));
            case "MODIFIED_TIME" -> Optional.of(record.path("update_time"));
            case "AUTONUMBER" -> Optional.of(number(record.path("seq").asText()));
            case "SELECT", "SINGLE_SELECT" -> options(field, kept);
            case "USER" -> kept.isMissingNode() ? Optional.empty() : Optional.of(users(kept));
            default -> kept.isMissingNode() ? Optional.empty() : Optional.of(kept);
        };
    }

    private ArrayNode author(String author) {
        var user = Json.object();
        if (author.equals(Rows.APP)) {
            user.put("agentid", settings.agentId()).put("id_type", 3);
        } else {
            user.put("user_id", author).put("id_type", 1);
        }
        return Json.array().add(user);
    }

    private static ArrayNode users(JsonNode kept) {
        var users = Json.array();
        kept.forEach(u -> users.add(((ObjectNode) u.deepCopy()).put("id_type", 1)));
        return users;
    }

    private static ArrayNode number(String seq) {
        return Json.array().add(Json.object().put("seq", seq).put("text", seq));
    }

    private static Optional<JsonNode> options(ObjectNode field, JsonNode kept) {
        var ids = Json.texts(kept);
        var options = Json.array();
        Cells.optionsOf(field).stream()
                .filter(option -> ids.contains(option.path("id").asText()))
                .forEach(options::add);
        return options.isEmpty() ? Optional.empty() : Optional.of(options);
    }

    private String name(String author) {
        return author.equals(Rows.APP) ? settings.appName() : contacts.nameOf(author);
    }
}
