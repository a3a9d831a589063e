package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.List;

/** What a form may point to: members, departments, uploaded files, other forms. */
final class References {

    private static final long MEDIA_LIFE_SECONDS = 3 * 86_400;

    private final Table media;
    private final Contacts contacts;
    private final Forms forms;
    private final SandboxClock clock;

    References(Store store, Contacts contacts, Forms forms, SandboxClock clock) {
        this.media = store.table("media");
        this.contacts = contacts;
        this.forms = forms;
        this.clock = clock;
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
        var file = media.get(id).orElseThrow(() -> Wrong.form("invalid file_id " + id));
        boolean expired = file.path("created").asLong() + MEDIA_LIFE_SECONDS <= clock.seconds();
        if (expired || photo && !file.path("contentType").asText().startsWith("image/")) {
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
