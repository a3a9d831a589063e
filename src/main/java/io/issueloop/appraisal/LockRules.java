package io.issueloop.appraisal;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import org.springframework.stereotype.Component;

/**
 * Two different people lock a quarter and open it again: a KPI administrator, then a lead or the
 * CTO. Whoever administers the engine is asked the same (trust.md §2).
 */
@Component
class LockRules {

    private static final int LONGEST = 500;

    private final Directory directory;

    LockRules(Directory directory) {
        this.directory = directory;
    }

    /**
     * @throws Refused when this is no KPI administrator
     */
    void requireFirst(UserId actor) {
        if (!member(actor).is(Role.KPI_ADMIN)) {
            throw new Refused("只有 KPI 管理员可以这样做");
        }
    }

    /**
     * @param first who asked for it
     * @throws Refused when this is neither lead nor CTO, or the same person
     */
    void requireSecond(UserId actor, UserId first) {
        if (!maySecond(member(actor))) {
            throw new Refused("须由团队负责人或 CTO 复核");
        }
        if (actor.equals(first)) {
            throw new Refused("申请人不能自己复核，请由另一位负责人或 CTO 复核");
        }
    }

    static boolean maySecond(Member member) {
        return member.is(Role.LEAD) || member.is(Role.CTO);
    }

    /**
     * @throws Refused when there is none, or it is too long
     */
    static void requireReason(String reason, String what) {
        if (reason.isBlank() || reason.strip().length() > LONGEST) {
            throw new Refused("请写明%s的原因（1–%d 字）".formatted(what, LONGEST));
        }
    }

    private Member member(UserId actor) {
        return directory.member(actor).orElseThrow(() -> new Refused("您已不在通讯录中，不能办理季度考核"));
    }
}
