package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.util.LinkedHashSet;
import java.util.List;

/** Who decides on a form: the nodes given with it, or the template's default flow (page 91853). */
final class Process {

    private static final int MOST_NODES = 50;
    private static final int MOST_PEOPLE = 100;

    private final Contacts contacts;

    Process(Contacts contacts) {
        this.contacts = contacts;
    }

    ArrayNode given(Input process) {
        var nodes = Json.array();
        boolean decided = false;
        for (var node : process.requireList("node_list").objects("node_list", MOST_NODES)) {
            int type = (int) node.between("type", 0, Step.APPROVER, Step.HANDLER);
            decided |= type != Step.CC;
            int rel =
                    type == Step.CC ? 0 : (int) node.between("apv_rel", 0, Step.ALL, Step.IN_TURN);
            nodes.add(Step.of(type, rel, people(node)).json());
        }
        if (!decided) {
            throw Wrong.form("node_list has no approver");
        }
        return nodes;
    }

    /**
     * As requests were before {@code process}, and as public clients still send them: {@code
     * approver[{attr 1 any|2 all, userid[]}]}, {@code notifyer[]} told when {@code notify_type}
     * says: 1 at once, 2 after approval, 3 both.
     */
    ArrayNode older(Input body) {
        var nodes = Json.array();
        for (var approver : body.requireList("approver").objects("approver", MOST_NODES)) {
            boolean any = approver.between("attr", 0, 1, 2) == 1;
            var step = Step.of(Step.APPROVER, any ? Step.ANY : Step.ALL, people(approver));
            nodes.add(step.json());
        }
        if (!body.texts("notifyer", MOST_PEOPLE).isEmpty()) {
            long when = body.between("notify_type", 1, 1, 3);
            var copy = Step.of(Step.CC, 0, people(body, "notifyer"));
            if (when != 2) {
                nodes.insert(0, copy.json());
            }
            if (when != 1) {
                nodes.add(copy.json().deepCopy());
            }
        }
        return nodes;
    }

    private List<String> people(Input node) {
        return people(node, "userid");
    }

    private List<String> people(Input node, String name) {
        var people = new LinkedHashSet<String>();
        for (var userid : node.requireList(name).texts(name, MOST_PEOPLE)) {
            if (!contacts.sees(userid)) {
                throw Wrong.form("invalid userid " + userid);
            }
            people.add(contacts.member(userid).orElseThrow().path("userid").asText());
        }
        return List.copyOf(people);
    }

    /** A new template's own flow: the applicant's superior, at the top the person himself. */
    ArrayNode byDefault(ObjectNode applicant) {
        var superior = applicant.path("direct_leader").path(0).asText("");
        for (int id = applicant.path("main_department").asInt(); superior.isEmpty() && id > 0; ) {
            var department = contacts.department(id).orElseThrow();
            superior =
                    Json.texts(department.path("department_leader")).stream()
                            .filter(l -> !l.equals(applicant.path("userid").asText()))
                            .findFirst()
                            .orElse("");
            id = department.path("parentid").asInt();
        }
        var approver = superior.isEmpty() ? applicant.path("userid").asText() : superior;
        return Json.array().add(Step.of(Step.APPROVER, Step.ANY, List.of(approver)).json());
    }
}
