package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Media;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.util.List;

/** What a form may point to: members, departments, uploaded files, other forms. */
final class References {

    private final Media media;
    private final Contacts contacts;
    private final Forms forms;

    References(Media media, Contacts contacts, Forms forms) {
        this.media = media;
        this.contacts = contacts;
        this.forms = forms;
    }

    JsonNode member(String userid) {
        var member =
                contacts.member(userid).orElseThrow(() -> Wrong.form("invalid userid " + userid));
        return Json.object()
                .put("userid", member.path("userid").asText())
                .put("name", member.path("name").asText());
    }

    JsonNode department(String id) {
        var known = id.matches("\\d{1,9}") ? contacts.department(Integer.parseInt(id)) : null;
        if (known == null || known.isEmpty()) {
            throw Wrong.form("invalid department " + id);
        }
        return Json.object().put("openapi_id", id).put("name", known.get().path("name").asText());
    }

    void requireMedia(String id, boolean photo) {
        try {
            var file = media.require(id, Media.APP);
            if (photo && !file.path("contentType").asText().startsWith("image/")) {
                throw Wrong.form("file_id is no photo " + id);
            }
        } catch (ApiError e) {
            throw Wrong.form("invalid file_id " + id);
        }
    }

    /** {@code allowed} templates; empty means any. */
    JsonNode form(String number, List<String> allowed) {
        var form = forms.find(number).orElseThrow(() -> Wrong.form("invalid sp_no " + number));
        if (!allowed.isEmpty() && !allowed.contains(form.templateId())) {
            throw Wrong.form("sp_no of another template " + number);
        }
        return Json.object()
                .put("sp_no", number)
                .put("name", form.name())
                .put("sp_status", form.status())
                .put("create_time", form.appliedAt());
    }
}
