package io.issueloop.sandbox.doc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.util.List;

/** Who may read and write a document: {@code doc_get_auth} and its two modifiers. */
final class DocRightsApi implements Endpoints.Area {

    private static final List<String> FLAGS =
            List.of(
                    "enable_corp_internal",
                    "enable_corp_external",
                    "corp_internal_approve_only_by_admin",
                    "corp_external_approve_only_by_admin",
                    "ban_share_external");
    private static final List<Long> RIGHTS = List.of(1L, 2L, 7L);

    private final Docs docs;
    private final Contacts contacts;

    DocRightsApi(Docs docs, Contacts contacts) {
        this.docs = docs;
        this.contacts = contacts;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedoc/doc_get_auth", this::rights)
                .post("wedoc/mod_doc_join_rule", this::joinRule)
                .post("wedoc/mod_doc_member", this::members)
                .post("wedoc/mod_doc_safty_setting", this::safety);
    }

    private Reply rights(Call call) {
        var doc = docs.require(call.body().text("docid"));
        return Reply.ok()
                .with("access_rule", doc.path("access_rule"))
                .with("secure_setting", safetyOf(doc))
                .with("doc_member_list", doc.path("doc_member_list"))
                .with("co_auth_list", doc.path("co_auth_list"));
    }

    /** Present fields overwrite. */
    private Reply joinRule(Call call) {
        var body = call.body();
        var doc = docs.require(body.text("docid"));
        var rule = (ObjectNode) doc.path("access_rule");
        FLAGS.stream().filter(body::has).forEach(flag -> rule.put(flag, body.flag(flag, false)));
        for (var name : List.of("corp_internal_auth", "corp_external_auth")) {
            if (body.has(name)) {
                rule.put(name, body.between(name, 1, 1, 2));
            }
        }
        if (body.flag("update_co_auth_list", false)) {
            doc.set("co_auth_list", groups(body));
        }
        docs.save(doc);
        return Reply.ok();
    }

    /** The name is spelled so. Present fields overwrite. */
    private Reply safety(Call call) {
        var body = call.body();
        var doc = docs.require(body.text("docid"));
        var setting = safetyOf(doc);
        if (body.has("enable_readonly_copy")) {
            setting.put("enable_readonly_copy", body.flag("enable_readonly_copy", false));
        }
        body.optionalObject("watermark").ifPresent(w -> setting.set("watermark", watermark(w)));
        doc.set("secure_setting", setting);
        docs.save(doc);
        return Reply.ok();
    }

    private static ObjectNode watermark(Input watermark) {
        return Json.object()
                .put("margin_type", watermark.between("margin_type", 1, 1, 2))
                .put("show_visitor_name", watermark.flag("show_visitor_name", false))
                .put("show_text", watermark.flag("show_text", false))
                .put("text", watermark.text("text", ""));
    }

    private static ObjectNode safetyOf(ObjectNode doc) {
        return doc.path("secure_setting") instanceof ObjectNode known
                ? known
                : Json.object().put("enable_readonly_copy", false);
    }

    private ArrayNode groups(Input body) {
        var groups = Json.array();
        for (var group : body.objects("co_auth_list", 100)) {
            int department = (int) group.number("departmentid");
            if (!contacts.seesDepartment(department)) {
                throw new ApiError(60123, "department not found: " + department);
            }
            requireRight(group);
            groups.add(group.json());
        }
        return groups;
    }

    private Reply members(Call call) {
        var body = call.body();
        var doc = docs.require(body.text("docid"));
        var added = body.objects("update_file_member_list", 100);
        var removed = body.objects("del_file_member_list", 100);
        if (added.isEmpty() && removed.isEmpty()) {
            throw ApiError.invalid("missing update_file_member_list");
        }
        added.forEach(this::requireMember);
        var members = (ArrayNode) doc.path("doc_member_list");
        members = Docs.without(members, DocApi.userids(removed));
        members = Docs.without(members, DocApi.userids(added));
        for (var member : added) {
            members.add(member.json());
        }
        doc.set("doc_member_list", members);
        docs.save(doc);
        return Reply.ok();
    }

    private void requireMember(Input member) {
        if (member.number("type") != 1) {
            throw ApiError.invalid("type should be 1");
        }
        requireRight(member);
        if (!contacts.sees(member.text("userid"))) {
            throw new ApiError(60111, "userid not found: " + member.text("userid"));
        }
    }

    private static void requireRight(Input holder) {
        if (!RIGHTS.contains(holder.number("auth"))) {
            throw ApiError.invalid("unknown auth: " + holder.number("auth"));
        }
    }
}
