package io.issueloop.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Members, departments, tags, and who of them the app may see. A new store is filled with the
 * sample organisation. Userids are compared without case, as WeCom does.
 */
public final class Contacts {

    private static final int ROOT = 1;

    private final Table members;
    private final Table departments;
    private final Table tags;
    private final Settings settings;

    Contacts(Store store, Settings settings) {
        this.members = store.table("members");
        this.departments = store.table("departments");
        this.tags = store.table("tags");
        this.settings = settings;
        store.transact(
                () -> {
                    if (departments.isEmpty()) {
                        seed(SampleOrganisation.read());
                    }
                });
    }

    public List<ObjectNode> members() {
        return members.all();
    }

    public List<ObjectNode> departments() {
        return departments.all();
    }

    public List<ObjectNode> tags() {
        return tags.all();
    }

    public Optional<ObjectNode> member(String userid) {
        return members.get(userid.toLowerCase(Locale.ROOT));
    }

    public String nameOf(String userid) {
        return member(userid).map(m -> m.path("name").asText()).orElse(userid);
    }

    public Optional<ObjectNode> department(int id) {
        return departments.get(key(id));
    }

    public Optional<ObjectNode> tag(int id) {
        return tags.get(key(id));
    }

    /** Direct members only: WeCom's lists have no recursion any more (page 90201). */
    public List<ObjectNode> membersOf(int department) {
        return members().stream().filter(m -> isIn(m, department)).toList();
    }

    /** A department's leaders first, then the others, as people expect to find each other. */
    public List<ObjectNode> leadersFirst(int department) {
        return membersOf(department).stream()
                .sorted((a, b) -> Boolean.compare(leads(b), leads(a)))
                .toList();
    }

    /** Whether the member leads the department he or she belongs to. */
    public boolean leads(ObjectNode member) {
        return Json.integers(member.path("is_leader_in_dept")).contains(1);
    }

    /** With all departments below, as a message to a party reaches them. */
    public List<ObjectNode> membersBelow(int department) {
        return members().stream()
                .filter(
                        m ->
                                Json.integers(m.path("department")).stream()
                                        .anyMatch(own -> isBelow(own, department)))
                .toList();
    }

    /** Whether the app may see the member (its visible range). */
    public boolean sees(String userid) {
        var range = settings.visibleRange();
        return member(userid)
                .filter(
                        member ->
                                Json.texts(range.path("members")).contains(userid)
                                        || Json.integers(member.path("department")).stream()
                                                .anyMatch(this::seesDepartment))
                .isPresent();
    }

    /** Whether the root department is in the visible range; some areas ask for it. */
    public boolean seesWholeCorp() {
        return any(settings.visibleRange().path("departments"), ROOT);
    }

    public boolean seesDepartment(int id) {
        var range = settings.visibleRange();
        return department(id).isPresent()
                && any(range.path("departments"), id)
                && !any(range.path("excludedDepartments"), id);
    }

    public void save(ObjectNode member) {
        members.put(member.path("userid").asText().toLowerCase(Locale.ROOT), complete(member));
    }

    public void remove(String userid) {
        members.remove(userid.toLowerCase(Locale.ROOT));
    }

    /** Its members' leader flags follow its leaders. */
    public void saveDepartment(ObjectNode department) {
        int id = department.path("id").asInt();
        departments.put(key(id), department);
        membersOf(id).forEach(this::save);
    }

    public void removeDepartment(int id) {
        departments.remove(key(id));
    }

    public void saveTag(ObjectNode tag) {
        tags.put(key(tag.path("tagid").asInt()), tag);
    }

    public void removeTag(int id) {
        tags.remove(key(id));
    }

    private boolean any(JsonNode roots, int id) {
        return Json.integers(roots).stream().anyMatch(root -> isBelow(id, root));
    }

    private boolean isBelow(int id, int root) {
        return id == root
                || department(id)
                        .map(d -> d.path("parentid").asInt())
                        .filter(parent -> parent != 0)
                        .map(parent -> isBelow(parent, root))
                        .orElse(false);
    }

    private static boolean isIn(ObjectNode member, int department) {
        return Json.integers(member.path("department")).contains(department);
    }

    /** Fills what the sample leaves out: order, leader flags, main department, status. */
    private ObjectNode complete(ObjectNode member) {
        var userid = member.path("userid").asText();
        var leaders = new ArrayList<Integer>();
        var order = new ArrayList<Integer>();
        var chiefs = Json.array();
        for (int id : Json.integers(member.path("department"))) {
            var chief =
                    Json.texts(
                            department(id)
                                    .map(d -> d.path("department_leader"))
                                    .orElse(Json.array()));
            leaders.add(chief.contains(userid) ? 1 : 0);
            order.add(0);
            chief.stream().filter(c -> !c.equals(userid)).findFirst().ifPresent(chiefs::add);
        }
        member.set("order", Json.array(order));
        member.set("is_leader_in_dept", Json.array(leaders));
        member.set("direct_leader", chiefs.size() > 1 ? Json.array().add(chiefs.get(0)) : chiefs);
        member.put("main_department", member.path("department").path(0).asInt());
        member.put("status", member.path("status").asInt(1));
        return member;
    }

    private void seed(ObjectNode sample) {
        Json.objects(sample.path("departments"))
                .forEach(d -> departments.put(key(d.path("id").asInt()), d));
        Json.objects(sample.path("members")).forEach(this::save);
        Json.objects(sample.path("tags")).forEach(t -> tags.put(key(t.path("tagid").asInt()), t));
        settings.change(Json.object().set("visibleRange", sample.path("visibleRange")));
    }

    private static String key(int id) {
        return "%08d".formatted(id);
    }
}
