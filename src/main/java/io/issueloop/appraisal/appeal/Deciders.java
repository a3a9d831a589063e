package io.issueloop.appraisal.appeal;

import io.issueloop.directory.Absences;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may decide an appeal: a lead, the CTO or a KPI administrator who had no part in it. Who acted
 * in what the line is about is out, and of a whole metric the person's own lead.
 */
@Component
class Deciders {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Absences absences;

    Deciders(JdbcClient jdbc, Directory directory, Absences absences) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.absences = absences;
    }

    /** Those who may, who is present and the CTO first. */
    List<Member> of(Appeal appeal) {
        var involved = involved(appeal);
        return directory.members().stream()
                .filter(Deciders::judges)
                .filter(one -> !involved.contains(one.userId()))
                .sorted(
                        Comparator.comparing((Member one) -> isAway(one.userId()))
                                .thenComparing(one -> !one.is(Role.CTO))
                                .thenComparing(Member::name))
                .toList();
    }

    /**
     * @throws Refused when this person is not independent
     */
    void require(Appeal appeal, UserId decider) {
        if (decider.equals(appeal.person())) {
            throw new Refused("申诉人不能裁决自己的申诉");
        }
        var member =
                directory.member(decider).orElseThrow(() -> new Refused("找不到这位成员，请填写姓名或 userid"));
        if (!judges(member)) {
            throw new Refused("裁决人应是负责人、CTO 或 KPI 管理员");
        }
        if (involved(appeal).contains(decider)) {
            throw new Refused("%s参与过这件事，不能裁决，请换一位".formatted(member.name()));
        }
    }

    /** The decider, or who stands in for them while they are away and is independent as well. */
    boolean mayDecide(Appeal appeal, UserId actor) {
        return appeal.decider()
                .filter(
                        decider ->
                                decider.equals(actor)
                                        || isAway(decider)
                                                && absences.substituteOf(decider, absences.today())
                                                        .equals(Optional.of(actor))
                                                && !involved(appeal).contains(actor))
                .isPresent();
    }

    /** Whether this person names deciders: a KPI administrator or the CTO, not for themselves. */
    boolean mayAssign(Appeal appeal, UserId actor) {
        return !actor.equals(appeal.person())
                && directory
                        .member(actor)
                        .filter(one -> one.is(Role.KPI_ADMIN) || one.is(Role.CTO))
                        .isPresent();
    }

    /** Those who name deciders. */
    List<UserId> assigners(Appeal appeal) {
        return directory.members().stream()
                .filter(one -> one.is(Role.KPI_ADMIN) && mayAssign(appeal, one.userId()))
                .map(Member::userId)
                .toList();
    }

    private List<UserId> involved(Appeal appeal) {
        var acted =
                new java.util.ArrayList<>(
                        jdbc
                                .sql(
                                        "select distinct person from appeal_involved where line = ? and person is not null")
                                .param(appeal.line())
                                .query(String.class)
                                .list()
                                .stream()
                                .map(UserId::of)
                                .toList());
        acted.add(appeal.person());
        if (appeal.line().isEmpty() || appeal.metric().equals("P4")) {
            directory
                    .lastTeam(appeal.person())
                    .flatMap(
                            team ->
                                    directory.chainOfLeads(team).stream()
                                            .filter(lead -> !lead.equals(appeal.person()))
                                            .findFirst())
                    .ifPresent(acted::add);
        }
        return acted;
    }

    private boolean isAway(UserId user) {
        return !absences.away(List.of(user), absences.today()).isEmpty();
    }

    private static boolean judges(Member member) {
        return member.is(Role.LEAD) || member.is(Role.CTO) || member.is(Role.KPI_ADMIN);
    }
}
