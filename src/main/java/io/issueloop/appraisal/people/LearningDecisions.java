package io.issueloop.appraisal.people;

import io.issueloop.appraisal.people.LearningPlan.Item;
import io.issueloop.appraisal.people.LearningPlan.ItemState;
import io.issueloop.appraisal.people.LearningPlan.State;
import io.issueloop.directory.Directory;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What leads decide: a plan agreed or returned, an item verified or not. The key is the plan's
 * number or the item's.
 */
@Service
@Transactional
public class LearningDecisions {

    private static final int MAX_REASON = 500;

    private final LearningStore store;
    private final LearningLeads leads;
    private final LearningWindow window;
    private final LearningProcess process;
    private final LetterPost post;
    private final Directory directory;
    private final Clock clock;

    LearningDecisions(
            LearningStore store,
            LearningLeads leads,
            LearningWindow window,
            LearningProcess process,
            LetterPost post,
            Directory directory,
            Clock clock) {
        this.store = store;
        this.leads = leads;
        this.window = window;
        this.process = process;
        this.post = post;
        this.directory = directory;
        this.clock = clock;
    }

    /** From the page: completes the task, as Tasklist does. */
    public void decide(String key, UserId actor, boolean agreed, String reason) {
        process.decide(key, actor, agreed, reason);
    }

    /**
     * Records the decision; called by the process when the task completes.
     *
     * @throws Refused when the person may not, or gives no reason for returning it
     */
    public void record(String key, UserId actor, boolean agreed, String reason) {
        var plan = plan(key);
        store.lock(plan.no());
        if (!leads.mayDecide(actor, plan.person())) {
            throw new Refused("只有负责人可以决定，且不能决定自己的");
        }
        if (!agreed && reason.isBlank() || reason.length() > MAX_REASON) {
            throw new Refused("退回时请说明原因，最多 %d 字".formatted(MAX_REASON));
        }
        var decision = new LearningDecision(actor, clock.instant(), reason.strip());
        var item = LearningPlans.item(plan, key);
        var settled =
                item.isPresent()
                        ? verify(plan, item.get(), agreed, decision)
                        : agree(plan, agreed, decision);
        if (!settled) {
            throw new Refused("已有人决定，请刷新查看结果");
        }
        post.send(
                key,
                LearningLetters.DECIDED,
                plan.person(),
                item.map(Item::turn).orElse(plan.turn()));
    }

    private boolean agree(LearningPlan plan, boolean agreed, LearningDecision decision) {
        if (agreed && !decision.at().isBefore(window.agreeUntil(plan.quarter(), plan.person()))) {
            throw new Refused(plan.quarter().label() + "的计划已过商定期限，只能退回");
        }
        if (!store.decided(plan.no(), agreed ? State.AGREED : State.RETURNED, decision)) {
            return false;
        }
        if (agreed) {
            plan.items().forEach(item -> store.fact(plan, item, "AGREED", decision));
        }
        return true;
    }

    private boolean verify(
            LearningPlan plan, Item item, boolean agreed, LearningDecision decision) {
        if (agreed && !decision.at().isBefore(window.verifyUntil(plan.quarter()))) {
            throw new Refused(plan.quarter().label() + "已过截止日，不能再核验");
        }
        if (!store.verified(
                item.no(), agreed ? ItemState.VERIFIED : ItemState.RETURNED, decision)) {
            return false;
        }
        store.fact(plan, item, agreed ? "VERIFIED" : "UNVERIFIED", decision);
        return true;
    }

    /** When the lead is reminded of what is asked now. */
    public Instant remindAt() {
        return window.remindAt(clock.instant());
    }

    /** 提醒负责人: whoever is here for them; answers who leads by now, while something is open. */
    public Optional<UserId> remind(String key) {
        var plan = plan(key);
        leads.asked(plan.person())
                .ifPresent(
                        who ->
                                post.send(
                                        key,
                                        LearningLetters.REMIND,
                                        who,
                                        LearningPlans.item(plan, key)
                                                .map(Item::turn)
                                                .orElse(plan.turn())));
        return leads.holder(plan.person());
    }

    /** Who decides today for a lead who is away. */
    @Transactional(readOnly = true)
    public Optional<UserId> standIn(String key, UserId lead) {
        return leads.standIn(lead, plan(key).person());
    }

    /** What the form shows, at most 500 characters. */
    @Transactional(readOnly = true)
    public String summary(String key) {
        var plan = plan(key);
        var name = directory.name(plan.person());
        var text =
                LearningPlans.item(plan, key)
                        .map(item -> "核验 %s 的学习成果：%s".formatted(name, item.title()))
                        .orElseGet(
                                () ->
                                        "%s 提交了%s学习计划，共 %d 条"
                                                .formatted(
                                                        name,
                                                        plan.quarter().label(),
                                                        plan.items().size()));
        return text + "\n\n内容与证据请在学习计划页查看：/m/learning";
    }

    private LearningPlan plan(String key) {
        return store.find(key)
                .or(() -> store.find(key.replaceFirst("#\\d+$", "")))
                .orElseThrow(() -> new Refused("没有这份学习计划"));
    }
}
