package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Json;

/** Values that point to something: members, departments, files, other forms (page 91853). */
final class LinkedValues {

    private static final int MOST_FILES = 6;

    private final References references;
    private int files;

    LinkedValues(References references) {
        this.references = references;
    }

    JsonNode contact(Control control, Input value) {
        var config = control.config("contact");
        boolean people = config.path("mode").asText().equals("user");
        var name = people ? "members" : "departments";
        var chosen = value.requireList(name).objects(name, 1000);
        if (config.path("type").asText().equals("single") && chosen.size() > 1) {
            throw Wrong.form("one only: " + control.id());
        }
        var shown = Json.array();
        for (var item : chosen) {
            shown.add(
                    people
                            ? references.member(item.text("userid"))
                            : references.department(item.text("openapi_id")));
        }
        return Values.part(name, shown);
    }

    /** Counted over the whole form. */
    JsonNode files(Control control, Input value) {
        boolean photos = control.config("file").path("is_only_photo").asInt() == 1;
        var shown = Json.array();
        for (var file : value.requireList("files").objects("files", 100)) {
            if (++files > MOST_FILES) {
                throw Wrong.form("more than " + MOST_FILES + " files");
            }
            references.requireMedia(file.text("file_id"), photos);
            shown.add(Values.part("file_id", file.text("file_id")));
        }
        return Values.part("files", shown);
    }

    JsonNode related(Control control, Input value) {
        var allowed = Json.texts(control.config("related_approval").path("template_id"));
        var shown = Json.array();
        var given = value.requireList("related_approval").objects("related_approval", 10);
        for (var form : given) {
            shown.add(references.form(form.text("sp_no"), allowed));
        }
        return Values.part("related_approval", shown);
    }
}
