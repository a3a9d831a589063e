package io.issueloop.appraisal.appeal;

import io.issueloop.appraisal.appeal.Appeal.Effect;
import io.issueloop.appraisal.appeal.Appeal.State;
import io.issueloop.appraisal.appeal.AppealLog.What;
import io.issueloop.appraisal.people.LetterPost;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.kpi.KpiCorrections;
import io.issueloop.kpi.KpiMonths;
import io.issueloop.kpi.KpiRecomputation;
import io.issueloop.kpi.KpiScope;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who decides an appeal, and what was decided. An upheld one becomes a correction event, after
 * which the quarter is computed again: nobody edits a number (kpi.md §5).
 */
@Service
@Transactional
public class AppealDecisions {

    private static final int MAX_REASON = 1000;

    private final AppealStore store;
    private final AppealLog log;
    private final Deciders deciders;
    private final AppealProcess process;
    private final KpiCorrections corrections;
    private final KpiRecomputation recomputation;
    private final KpiMonths months;
    private final LetterPost post;
    private final Directory directory;
    private final Clock clock;

    AppealDecisions(
            AppealStore store,
            AppealLog log,
            Deciders deciders,
            AppealProcess process,
            KpiCorrections corrections,
            KpiRecomputation recomputation,
            KpiMonths months,
            LetterPost post,
            Directory directory,
            Clock clock) {
        this.store = store;
        this.log = log;
        this.deciders = deciders;
        this.process = process;
        this.corrections = corrections;
        this.recomputation = recomputation;
        this.months = months;
        this.post = post;
        this.directory = directory;
        this.clock = clock;
    }

    /** From the page: names the decider, the first time by completing the task. */
    public void assign(String no, UserId actor, String decider) {
        var appeal = open(no);
        if (appeal.state() == State.FILED) {
            process.assign(no, actor, Map.of("decider", decider));
        } else {
            process.reassigned(no, recordDecider(no, actor, decider));
        }
    }

    /** From the page: completes the task, as Tasklist does. */
    public void decide(String no, UserId actor, Verdict verdict) {
        process.decide(no, actor, verdict.asForm());
    }

    /**
     * Records who decides; called by the process when the task completes.
     *
     * @param decider a userid, or a name that is unique
     */
    public UserId recordDecider(String no, UserId actor, String decider) {
        var appeal = open(no);
        if (!deciders.mayAssign(appeal, actor)) {
            throw new Refused("只有 KPI 管理员或 CTO 可以指定裁决人，且不能是申诉人本人");
        }
        var chosen =
                directory
                        .called(decider.strip())
                        .map(Member::userId)
                        .orElseThrow(
                                () -> new Refused("找不到成员“%s”，请填写唯一的姓名或 userid".formatted(decider)));
        if (chosen.equals(actor)) {
            throw new Refused("不能指定自己为裁决人，请另选一位");
        }
        deciders.require(appeal, chosen);
        store.assigned(no, chosen, actor);
        log.append(no, What.ASSIGNED, actor, directory.name(chosen));
        post.send(no, AppealLetters.DECIDE, chosen, 1);
        return chosen;
    }

    /** Records the decision; called by the process. Answers whether the appeal was upheld. */
    public boolean record(String no, UserId actor, Verdict verdict) {
        var appeal = open(no);
        if (!deciders.mayDecide(appeal, actor)) {
            throw new Refused("只有裁决人（或其代理人）可以裁决这项申诉");
        }
        var reason = verdict.reason().strip();
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > MAX_REASON) {
            throw new Refused("请写明裁决理由，最多 %d 字，申诉人会看到".formatted(MAX_REASON));
        }
        verdict.correction(appeal, actor, reason).ifPresent(corrections::record);
        store.settled(
                no,
                verdict.isUpheld() ? State.UPHELD : State.DISMISSED,
                actor,
                clock.instant(),
                reason);
        log.append(no, verdict.isUpheld() ? What.UPHELD : What.DISMISSED, actor, reason);
        if (!verdict.isUpheld()) {
            post.send(no, AppealLetters.DECIDED, appeal.person(), 1);
        }
        return verdict.isUpheld();
    }

    /** 重新计算: the quarter with the correction, its months, and what that changed for the person. */
    public void recompute(String no) {
        var appeal = store.lock(no).orElseThrow();
        months.follow(appeal.quarter());
        var report = recomputation.recompute(appeal.quarter());
        var scope = KpiScope.person(appeal.person()).toString();
        var effect =
                report.values().stream()
                        .filter(value -> value.scope().equals(scope))
                        .map(value -> new Effect(value.metric(), value.before(), value.after()))
                        .toList();
        store.effect(no, effect);
        log.append(no, What.RECOMPUTED, UserId.SYSTEM, "");
        post.send(no, AppealLetters.DECIDED, appeal.person(), 1);
    }

    private Appeal open(String no) {
        return store.lock(no)
                .filter(appeal -> appeal.state().isOpen())
                .orElseThrow(() -> new Refused("申诉已结束，请刷新查看结果"));
    }
}
