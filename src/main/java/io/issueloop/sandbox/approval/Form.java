package io.issueloop.sandbox.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One application for approval (审批单) as it is kept. Changes are on the object it wraps. */
public record Form(ObjectNode json) {

    static final int IN_PROGRESS = 1;
    static final int APPROVED = 2;
    static final int REJECTED = 3;
    static final int REVOKED = 4;
    static final int REVOKED_AFTER_APPROVAL = 6;
    static final int DELETED = 7;

    private static final int WITH_APPLICANT = -1;

    public String number() {
        return json.path("sp_no").asText();
    }

    public String name() {
        return json.path("sp_name").asText();
    }

    public int status() {
        return json.path("sp_status").asInt();
    }

    void status(int status) {
        json.put("sp_status", status);
    }

    String templateId() {
        return json.path("template_id").asText();
    }

    public long appliedAt() {
        return json.path("apply_time").asLong();
    }

    public String applicant() {
        return json.path("applyer").path("userid").asText();
    }

    String party() {
        return json.path("applyer").path("partyid").asText();
    }

    List<Step> steps() {
        return Json.objects(json.path("nodes")).stream().map(Step::new).toList();
    }

    List<ObjectNode> comments() {
        return Json.objects(json.path("comments"));
    }

    int at() {
        return json.path("at").asInt();
    }

    void at(int step) {
        json.put("at", step);
    }

    void giveBackToApplicant() {
        at(WITH_APPLICANT);
    }

    boolean isWithApplicant() {
        return status() == IN_PROGRESS && at() == WITH_APPLICANT;
    }

    /** Where it is decided now. */
    Optional<Step> current() {
        return status() == IN_PROGRESS && at() >= 0
                ? Optional.of(steps().get(at()))
                : Optional.empty();
    }

    void insert(int index, Step step) {
        var nodes = Json.array();
        steps().forEach(s -> nodes.add(s.json()));
        nodes.insert(index, step.json());
        json.set("nodes", nodes);
    }

    /** Who has to act; empty when it is finished. */
    public List<String> waitingFor() {
        return isWithApplicant()
                ? List.of(applicant())
                : current().map(Step::waitingFor).orElse(List.of());
    }

    /** Everybody named as receiving a copy. */
    Set<String> copied() {
        var all = new LinkedHashSet<String>();
        steps().stream()
                .filter(s -> s.type() == Step.CC)
                .forEach(s -> s.people().forEach(p -> all.add(Step.userid(p))));
        return all;
    }

    /** Whether the copy has gone out: the flow has passed the step. */
    public boolean isCopiedTo(String userid) {
        var steps = steps();
        return steps.stream()
                .anyMatch(s -> s.type() == Step.CC && s.names(userid) && steps.indexOf(s) < at());
    }

    /** Whether the flow has brought it to the person as approver or handler, done or not. */
    public boolean reached(String userid) {
        var steps = steps();
        return steps.stream()
                .filter(s -> s.type() != Step.CC && s.names(userid))
                .anyMatch(
                        s ->
                                steps.indexOf(s) <= at()
                                        || s.people().stream().anyMatch(p -> decided(p, userid)));
    }

    public boolean isOf(String userid) {
        return applicant().equalsIgnoreCase(userid);
    }

    public boolean concerns(String userid) {
        return isOf(userid) || reached(userid) || isCopiedTo(userid);
    }

    private static boolean decided(ObjectNode person, String userid) {
        return Step.userid(person).equalsIgnoreCase(userid)
                && person.path("status").asInt() != Opinion.PENDING;
    }
}
