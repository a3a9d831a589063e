package io.issueloop.sandbox.doc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.List;
import java.util.Optional;

/**
 * Documents the app created, with who may do what. Nobody but the admins may until the app grants
 * it ({@code mod_doc_join_rule}, {@code mod_doc_member}). Rights: 1 read, 2 write, 7 admin; 0 none.
 */
public final class Docs {

    public static final int TEXT_DOCUMENT = 3;
    public static final int SMART_TABLE = 10;

    private static final String OWNER = "owner";
    private static final int WRITE = 2;
    private static final int ADMIN = 7;

    private final Table docs;
    private final Ids ids;
    private final SandboxClock clock;
    private final Contacts contacts;

    Docs(Store store, Ids ids, SandboxClock clock, Contacts contacts) {
        this.docs = store.table("docs");
        this.ids = ids;
        this.clock = clock;
        this.contacts = contacts;
    }

    public ObjectNode create(int type, String name, List<String> admins, String host) {
        var docid = ids.random("dc", 42);
        var doc =
                Json.object()
                        .put("docid", docid)
                        .put("doc_type", type)
                        .put("doc_name", name)
                        .put("url", "http://" + host + "/#/doc/" + docid)
                        .put("order", ids.ordered("", "doc"))
                        .put("create_time", clock.seconds());
        doc.set("access_rule", closed());
        doc.set("co_auth_list", Json.array());
        var members = Json.array();
        admins.forEach(u -> members.addObject().put("type", 1).put("userid", u).put("auth", ADMIN));
        doc.set("doc_member_list", members);
        save(doc);
        return doc;
    }

    /** Rights taken over from {@code auth_info} of the space it lies in. */
    public void grant(ObjectNode doc, JsonNode authInfo) {
        for (var holder : authInfo) {
            boolean member = holder.path("type").asInt() == 1;
            doc.withArray(member ? "doc_member_list" : "co_auth_list").add(holder);
        }
        save(doc);
    }

    public Optional<ObjectNode> find(String docid) {
        return docs.get(docid);
    }

    /** 301085 where the app has no such document; a member's is not its own. */
    public ObjectNode require(String docid) {
        return find(docid)
                .filter(doc -> !doc.has(OWNER))
                .orElseThrow(() -> new ApiError(301085, "invalid docid"));
    }

    /** A member made it: the app may neither read nor change it. */
    public void own(ObjectNode doc, String userid) {
        save(doc.put(OWNER, userid));
    }

    public boolean isMembers(String docid) {
        return find(docid).filter(doc -> doc.has(OWNER)).isPresent();
    }

    /** In order of creation. */
    public List<ObjectNode> all() {
        return docs.all().stream()
                .sorted((a, b) -> a.path("order").asText().compareTo(b.path("order").asText()))
                .toList();
    }

    void save(ObjectNode doc) {
        docs.put(doc.path("docid").asText(), doc.put("modify_time", clock.seconds()));
    }

    /** Somebody changed the content. */
    public void touch(String docid) {
        find(docid).ifPresent(this::save);
    }

    public void delete(String docid) {
        docs.remove(docid);
    }

    public boolean mayRead(ObjectNode doc, String userid) {
        return right(doc, userid) > 0;
    }

    public boolean mayEdit(ObjectNode doc, String userid) {
        return right(doc, userid) >= WRITE;
    }

    boolean isAdmin(ObjectNode doc, String userid) {
        return right(doc, userid) >= ADMIN;
    }

    private int right(ObjectNode doc, String userid) {
        int right = 0;
        for (var member : doc.path("doc_member_list")) {
            if (member.path("userid").asText().equals(userid)) {
                right = Math.max(right, member.path("auth").asInt());
            }
        }
        var departments =
                contacts.member(userid)
                        .map(m -> Json.integers(m.path("department")))
                        .orElse(List.of());
        for (var group : doc.path("co_auth_list")) {
            if (departments.contains(group.path("departmentid").asInt())) {
                right = Math.max(right, group.path("auth").asInt());
            }
        }
        var rule = doc.path("access_rule");
        boolean corp = rule.path("enable_corp_internal").asBoolean() && !departments.isEmpty();
        return corp ? Math.max(right, rule.path("corp_internal_auth").asInt()) : right;
    }

    static ArrayNode without(ArrayNode members, List<String> userids) {
        var rest = Json.array();
        for (var member : members) {
            if (!userids.contains(member.path("userid").asText())) {
                rest.add(member);
            }
        }
        return rest;
    }

    private static ObjectNode closed() {
        return Json.object()
                .put("enable_corp_internal", false)
                .put("corp_internal_auth", 1)
                .put("enable_corp_external", false)
                .put("corp_external_auth", 1)
                .put("corp_internal_approve_only_by_admin", true)
                .put("corp_external_approve_only_by_admin", true)
                .put("ban_share_external", false);
    }
}
