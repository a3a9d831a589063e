package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Json;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One node of a form's process: {@code type} 1 approver, 2 cc, 3 handler; {@code apv_rel} 1 all, 2
 * any, 3 one after another (page 91853).
 */
record Step(ObjectNode json) {

    static final int APPROVER = 1;
    static final int CC = 2;
    static final int HANDLER = 3;
    static final int ALL = 1;
    static final int ANY = 2;
    static final int IN_TURN = 3;

    static Step of(int type, int rel, Collection<String> userids) {
        var json = Json.object().put("type", type).put("apv_rel", rel);
        json.put("status", Opinion.PENDING);
        var people = json.putArray("people");
        userids.forEach(userid -> people.add(person(userid)));
        return new Step(json);
    }

    int type() {
        return json.path("type").asInt();
    }

    int rel() {
        return json.path("apv_rel").asInt();
    }

    int status() {
        return json.path("status").asInt();
    }

    void status(int status) {
        json.put("status", status);
    }

    List<ObjectNode> people() {
        return Json.objects(json.path("people"));
    }

    boolean names(String userid) {
        return people().stream().anyMatch(p -> userid(p).equalsIgnoreCase(userid));
    }

    /** Whose turn it is while this is the current step. */
    List<String> waitingFor() {
        var pending = people().stream().filter(p -> opinion(p) == Opinion.PENDING);
        return (rel() == IN_TURN ? pending.limit(1) : pending).map(Step::userid).toList();
    }

    /** The entry the person may decide on now. */
    Optional<ObjectNode> turnOf(String userid) {
        return waitingFor().stream().anyMatch(userid::equalsIgnoreCase)
                ? people().stream()
                        .filter(p -> userid(p).equalsIgnoreCase(userid))
                        .filter(p -> opinion(p) == Opinion.PENDING)
                        .findFirst()
                : Optional.empty();
    }

    /** Any: one agreed. Otherwise: everybody who still has a say agreed. */
    boolean isDone() {
        var deciding = people().stream().map(Step::opinion);
        return rel() == ANY
                ? deciding.anyMatch(Opinion.POSITIVE::contains)
                : deciding.filter(o -> !Opinion.HANDED_OVER.contains(o))
                        .allMatch(Opinion.POSITIVE::contains);
    }

    void handOver(ObjectNode from, String to) {
        var people = Json.array();
        for (var person : people()) {
            people.add(person);
            if (person == from) {
                people.add(person(to));
            }
        }
        json.set("people", people);
    }

    /** The flow comes here: who waited for added signers, or sent it back, decides anew. */
    void enter() {
        if (status() == Opinion.SENT_BACK) {
            reset();
        }
        status(Opinion.PENDING);
        people().stream().filter(p -> opinion(p) == Opinion.SIGNER_ADDED).forEach(Step::forget);
    }

    /** Nobody has decided; who handed over stays out of it. */
    void reset() {
        status(Opinion.PENDING);
        people().stream()
                .filter(p -> !Opinion.HANDED_OVER.contains(opinion(p)))
                .forEach(Step::forget);
    }

    static void decide(ObjectNode person, int opinion, String speech, long at) {
        person.put("status", opinion).put("speech", speech).put("time", at);
    }

    static String userid(ObjectNode person) {
        return person.path("userid").asText();
    }

    private static int opinion(ObjectNode person) {
        return person.path("status").asInt();
    }

    private static void forget(ObjectNode person) {
        decide(person, Opinion.PENDING, "", 0);
    }

    private static ObjectNode person(String userid) {
        var person = Json.object().put("userid", userid);
        decide(person, Opinion.PENDING, "", 0);
        return person;
    }
}
