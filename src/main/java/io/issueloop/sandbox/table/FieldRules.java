package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a field may be, pages 99904 and 101157: its type, and only that type's property. */
final class FieldRules {

    /** Field type without its prefix → name of its property, empty where it has none. */
    private static final Map<String, String> PROPERTY =
            Map.ofEntries(
                    Map.entry("TEXT", ""),
                    Map.entry("NUMBER", "property_number"),
                    Map.entry("CHECKBOX", "property_checkbox"),
                    Map.entry("DATE_TIME", "property_date_time"),
                    Map.entry("IMAGE", ""),
                    Map.entry("ATTACHMENT", "property_attachment"),
                    Map.entry("USER", "property_user"),
                    Map.entry("URL", "property_url"),
                    Map.entry("SELECT", "property_select"),
                    Map.entry("SINGLE_SELECT", "property_single_select"),
                    Map.entry("PROGRESS", "property_progress"),
                    Map.entry("PHONE_NUMBER", ""),
                    Map.entry("EMAIL", ""),
                    Map.entry("REFERENCE", "property_reference"),
                    Map.entry("LOCATION", "property_location"),
                    Map.entry("CURRENCY", "property_currency"),
                    Map.entry("WWGROUP", "property_ww_group"),
                    Map.entry("AUTONUMBER", "property_auto_number"),
                    Map.entry("PERCENTAGE", "property_percentage"),
                    Map.entry("BARCODE", "property_barcode"),
                    Map.entry("CREATED_USER", ""),
                    Map.entry("MODIFIED_USER", ""),
                    Map.entry("CREATED_TIME", "property_created_time"),
                    Map.entry("MODIFIED_TIME", "property_modified_time"));

    static final Set<String> READ_ONLY =
            Set.of(
                    "AUTONUMBER",
                    "CREATED_USER",
                    "MODIFIED_USER",
                    "CREATED_TIME",
                    "MODIFIED_TIME",
                    "FORMULA");

    private FieldRules() {}

    static String type(ObjectNode field) {
        return field.path("field_type").asText().substring("FIELD_TYPE_".length());
    }

    /** A checked copy; options without id get one. */
    static ObjectNode checked(Input field, Ids ids) {
        var type = field.text("field_type");
        var property = PROPERTY.get(type.replaceFirst("^FIELD_TYPE_", ""));
        if (property == null || !type.startsWith("FIELD_TYPE_")) {
            throw ApiError.invalid("unknown field_type: " + type);
        }
        var copy =
                Json.object().put("field_title", field.text("field_title")).put("field_type", type);
        field.json()
                .fieldNames()
                .forEachRemaining(
                        name -> {
                            if (name.startsWith("property_") && !name.equals(property)) {
                                throw ApiError.invalid(name + " does not belong to " + type);
                            }
                        });
        if (!property.isEmpty()) {
            var given = field.optionalObject(property).orElse(Input.empty());
            checkProperty(type, given);
            copy.set(property, type.endsWith("SELECT") ? withOptions(given, ids) : given.json());
        }
        return copy;
    }

    private static void checkProperty(String type, Input property) {
        switch (type) {
            case "FIELD_TYPE_NUMBER" -> {
                property.between("decimal_places", 0, -1, 4);
                property.flag("use_separate", false);
            }
            case "FIELD_TYPE_CHECKBOX" -> property.flag("checked", false);
            case "FIELD_TYPE_DATE_TIME" -> {
                property.text("format", "");
                property.flag("auto_fill", false);
            }
            case "FIELD_TYPE_USER" -> {
                property.flag("is_multiple", false);
                property.flag("is_notified", false);
            }
            case "FIELD_TYPE_URL" ->
                    property.oneOf(
                            "type",
                            "LINK_TYPE_PURE_TEXT",
                            List.of("LINK_TYPE_PURE_TEXT", "LINK_TYPE_ICON_TEXT"));
            default -> {}
        }
    }

    private static ObjectNode withOptions(Input property, Ids ids) {
        property.flag("is_quick_add", false);
        var options = Json.array();
        var texts = new HashSet<String>();
        for (var option : property.objects("options", 1000)) {
            if (!texts.add(option.text("text"))) {
                throw ApiError.invalid("two options " + option.text("text"));
            }
            options.add(
                    Json.object()
                            .put("id", option.text("id", ids.random("o", 5)))
                            .put("text", option.text("text"))
                            .put("style", option.between("style", 1, 1, 27)));
        }
        var copy = property.json().deepCopy();
        copy.set("options", options);
        return copy;
    }
}
