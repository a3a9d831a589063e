package io.issueloop.appraisal.people;

import io.issueloop.appraisal.people.LearningPlan.Item;
import io.issueloop.appraisal.people.LearningPlan.ItemState;
import io.issueloop.appraisal.people.LearningPlan.State;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about their learning plans; see {@link LearningWindow} for until when. */
@Service
@Transactional
public class LearningPlans {

    private static final int MAX_EVIDENCE = 1000;

    private final LearningStore store;
    private final LearningWindow window;
    private final LearningLeads leads;
    private final LearningProcess process;
    private final LetterPost post;
    private final EvidencePictures pictures;
    private final Clock clock;

    LearningPlans(
            LearningStore store,
            LearningWindow window,
            LearningLeads leads,
            LearningProcess process,
            LetterPost post,
            EvidencePictures pictures,
            Clock clock) {
        this.store = store;
        this.window = window;
        this.leads = leads;
        this.process = process;
        this.post = post;
        this.pictures = pictures;
        this.clock = clock;
    }

    /**
     * Keeps a draft, in place of the one before.
     *
     * @throws Refused when the quarter's plan is with the lead, agreed, or too late
     */
    public LearningPlan draft(UserId person, Period quarter, List<LearningDraft> items) {
        requireInTime(quarter, person);
        var no = LearningPlan.no(quarter, person);
        store.lock(no);
        if (store.find(no).filter(plan -> !plan.isEditable()).isPresent()) {
            throw new Refused("计划已提交或已同意，不能再修改");
        }
        store.draft(quarter, person, LearningDraft.checked(items));
        return get(no);
    }

    /** Asks the lead to agree. */
    public void submit(UserId person, String no) {
        store.lock(no);
        var plan = own(person, no);
        requireInTime(plan.quarter(), person);
        if (!plan.isEditable()) {
            throw new Refused("计划已提交，请等待负责人决定");
        }
        LearningDraft.requireWhole(plan.items());
        store.submitted(no, clock.instant());
        ask(no, person, plan.turn() + 1);
    }

    /**
     * Shows what was learnt and asks the lead to verify.
     *
     * @param link empty or an address of the web
     */
    public void prove(UserId person, String no, int number, Proof proof) {
        store.lock(no);
        var plan = own(person, no);
        var item = plan.item(number).orElseThrow(() -> new Refused("没有这个条目"));
        if (plan.state() != State.AGREED) {
            throw new Refused("计划经负责人同意后才能提交成果");
        }
        if (item.state() == ItemState.VERIFIED || item.state() == ItemState.SUBMITTED) {
            throw new Refused("这一条%s，无需再提交".formatted(item.state().label()));
        }
        if (!clock.instant().isBefore(window.verifyUntil(plan.quarter()))) {
            throw new Refused(plan.quarter().label() + "已过截止日，不能再提交成果");
        }
        var checked = proof.checked();
        pictures.give(item.no(), person, checked.pictures());
        store.evidence(item.no(), checked.text(), checked.link());
        ask(item.no(), person, item.turn() + 1);
    }

    /** What was done, in words, and what shows it. */
    public record Proof(String text, String link, List<UUID> pictures) {

        Proof checked() {
            var said = text.strip();
            if (said.isEmpty() || said.codePointCount(0, said.length()) > MAX_EVIDENCE) {
                throw new Refused("请说明学到了什么、怎么证明，最多 %d 字".formatted(MAX_EVIDENCE));
            }
            var address = link.strip();
            if (!address.isEmpty() && !address.matches("https?://\\S{1,900}")) {
                throw new Refused("链接请以 http:// 或 https:// 开头，没有可以不填");
            }
            return new Proof(said, address, pictures);
        }
    }

    @Transactional(readOnly = true)
    public Optional<LearningPlan> find(String no) {
        return store.find(no);
    }

    /** One's own, the newest first. */
    @Transactional(readOnly = true)
    public List<LearningPlan> of(UserId person) {
        return store.of(List.of(person));
    }

    /** Of those this person leads, what was submitted. */
    @Transactional(readOnly = true)
    public List<LearningPlan> ledBy(UserId lead) {
        return store.of(leads.ledBy(lead)).stream()
                .filter(plan -> plan.state() != State.DRAFT)
                .toList();
    }

    /** Whether the person may look at the plan: their own, or one they decide about. */
    @Transactional(readOnly = true)
    public boolean maySee(UserId viewer, LearningPlan plan) {
        return viewer.equals(plan.person()) || mayDecide(viewer, plan);
    }

    @Transactional(readOnly = true)
    public boolean mayDecide(UserId viewer, LearningPlan plan) {
        return plan.state() != State.DRAFT && leads.mayDecide(viewer, plan.person());
    }

    /** Until when a quarter's plan can be agreed. */
    @Transactional(readOnly = true)
    public Instant agreeUntil(Period quarter, UserId person) {
        return window.agreeUntil(quarter, person);
    }

    private void ask(String key, UserId person, int turn) {
        var lead = leads.holder(person).orElseThrow(() -> new Refused("找不到可以决定的负责人，请联系流程管理员"));
        process.ask(key, lead);
        post.send(key, LearningLetters.ASK, leads.asked(person).orElse(lead), turn);
    }

    private void requireInTime(Period quarter, UserId person) {
        if (quarter.kind() != Period.Kind.QUARTER) {
            throw new Refused("学习计划按季度制定");
        }
        if (!clock.instant().isBefore(window.agreeUntil(quarter, person))) {
            throw new Refused(
                    "%s的学习计划须在季度开始后 10 个工作日内商定，现已截止；可以制定下一季度的计划".formatted(quarter.label()));
        }
    }

    private LearningPlan own(UserId person, String no) {
        return store.find(no)
                .filter(plan -> plan.person().equals(person))
                .orElseThrow(() -> new Refused("没有这份学习计划"));
    }

    private LearningPlan get(String no) {
        return store.find(no).orElseThrow();
    }

    static Optional<Item> item(LearningPlan plan, String key) {
        return plan.items().stream().filter(item -> item.no().equals(key)).findFirst();
    }
}
