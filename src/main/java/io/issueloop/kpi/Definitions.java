package io.issueloop.kpi;

import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Versions of what the KPIs ask for (kpi.md §3, §4): KPI administrators draft one, look what it
 * would have meant, and activate it for a quarter that has not begun. Nothing is ever changed
 * backwards.
 */
@Service
@Transactional
public class Definitions {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final DefinitionStore store;
    private final Clock clock;

    Definitions(DefinitionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Newest first, drafts and discarded ones included. */
    @Transactional(readOnly = true)
    public List<DefinitionVersion> versions() {
        return store.all();
    }

    /** The one in force in a period. */
    @Transactional(readOnly = true)
    public DefinitionVersion at(Period period) {
        return store.at(period);
    }

    /**
     * @throws Refused when there is none of this number
     */
    @Transactional(readOnly = true)
    public DefinitionVersion version(int version) {
        return store.version(version)
                .orElseThrow(() -> new Refused("没有第 %d 版定义".formatted(version)));
    }

    /**
     * Keeps a draft and answers its number.
     *
     * @param from the first quarter it is to hold for
     * @throws Refused when it asks for what no statement computes, or for the past
     */
    public int draft(Member actor, Period from, DefinitionDraft draft) {
        requireAdmin(actor);
        requireFuture(from);
        draft.check();
        return store.insert(version(actor, from, draft));
    }

    private DefinitionVersion version(Member actor, Period from, DefinitionDraft draft) {
        return new DefinitionVersion(
                0,
                DefinitionVersion.State.DRAFT,
                from,
                draft.cap(),
                draft.reason().strip(),
                actor.userId().value(),
                clock.instant(),
                null,
                null,
                draft.settings());
    }

    /**
     * Puts a draft in force from its quarter on.
     *
     * @throws Refused when weights do not total 100 or the quarter has begun meanwhile
     */
    public void activate(Member actor, int version) {
        requireAdmin(actor);
        var draft = version(version);
        requireFuture(draft.effectiveFrom());
        var total = draft.totalWeight();
        if (total.compareTo(WHOLE) != 0) {
            throw new Refused(
                    "权重合计为 %s，须为 100 才能生效".formatted(total.stripTrailingZeros().toPlainString()));
        }
        decide(actor, version, DefinitionVersion.State.ACTIVE);
    }

    /**
     * Puts other targets in force from a quarter on, as the CTO decided; everything else stays as
     * it is in that quarter.
     *
     * @return the number of the new version
     * @throws Refused when the actor may not decide, the quarter has begun, or a target cannot be
     */
    public int adopt(Member actor, Period from, Map<String, BigDecimal> targets, String reason) {
        if (!actor.is(Role.CTO) && !actor.is(Role.KPI_ADMIN)) {
            throw new Refused("目标由 CTO 决定");
        }
        requireFuture(from);
        var base = store.at(from);
        var settings =
                base.settings().stream()
                        .map(one -> one.with(targets.getOrDefault(one.metric(), one.target())))
                        .toList();
        var draft = new DefinitionDraft(base.cap(), reason, settings);
        draft.check();
        int version = store.insert(version(actor, from, draft));
        decide(actor, version, DefinitionVersion.State.ACTIVE);
        return version;
    }

    /** Gives a draft up; it stays readable. */
    public void discard(Member actor, int version) {
        requireAdmin(actor);
        version(version);
        decide(actor, version, DefinitionVersion.State.DISCARDED);
    }

    private void decide(Member actor, int version, DefinitionVersion.State state) {
        if (!store.decide(version, state, actor.userId().value(), clock.instant())) {
            throw new Refused("第 %d 版已有人处理过，请刷新查看".formatted(version));
        }
    }

    private void requireFuture(Period from) {
        if (from.kind() != Period.Kind.QUARTER) {
            throw new Refused("生效周期须为季度，例如 2027Q1");
        }
        if (!from.start().isAfter(clock.instant())) {
            throw new Refused(from.label() + "已经开始；定义只能从尚未开始的季度生效");
        }
    }

    static void requireAdmin(Member actor) {
        if (!actor.is(Role.KPI_ADMIN)) {
            throw new Refused("只有 KPI 管理员可以这样做");
        }
    }
}
