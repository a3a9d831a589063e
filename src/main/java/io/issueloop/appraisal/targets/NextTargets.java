package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.targets.TargetLog.What;
import io.issueloop.appraisal.targets.TargetRound.Decided;
import io.issueloop.appraisal.targets.TargetRound.Decision;
import io.issueloop.appraisal.targets.TargetRound.State;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.kpi.DefinitionVersion;
import io.issueloop.kpi.Definitions;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of the targets after a quarter is closed (kpi.md §6): suggested, decided, in force
 * from a quarter that has not begun. Called by the process, in its transactions.
 */
@Service
@Transactional
public class NextTargets {

    private final TargetRounds rounds;
    private final TargetSuggestions suggestions;
    private final TargetTimes times;
    private final TargetLog log;
    private final TargetNotices notices;
    private final Definitions definitions;
    private final Directory directory;
    private final Clock clock;

    NextTargets(
            TargetRounds rounds,
            TargetSuggestions suggestions,
            TargetTimes times,
            TargetLog log,
            TargetNotices notices,
            Definitions definitions,
            Directory directory,
            Clock clock) {
        this.rounds = rounds;
        this.suggestions = suggestions;
        this.times = times;
        this.log = log;
        this.notices = notices;
        this.definitions = definitions;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Opens a round with suggestions; empty when the quarter it would be for has one already.
     *
     * @param closed the quarter just closed
     */
    public Optional<TargetRound> open(Period closed) {
        var now = clock.instant();
        var from = TargetTimes.firstAhead(closed, now);
        var base = definitions.at(from);
        var until = times.commentsUntil(now, from.start());
        var round =
                new TargetRound(
                        from,
                        closed,
                        State.COMMENTS,
                        now,
                        until,
                        from.start(),
                        base.version(),
                        Optional.empty());
        if (!rounds.add(round)) {
            return Optional.empty();
        }
        suggestions.of(base, closed).forEach(one -> rounds.suggest(from, one));
        log.append(from, What.OPENED, UserId.SYSTEM, Map.of("closed", closed.code()));
        return Optional.of(round);
    }

    /** Everybody is asked what they think. */
    public void invite(Period from) {
        notices.toEverybody(get(from), TargetNoticeEffect.Kind.COMMENT);
    }

    /** The time for comments is over; answers when whoever decides is reminded. */
    public Instant askForDecision(Period from) {
        rounds.move(from, State.COMMENTS, State.DECISION);
        log.append(from, What.DECISION_ASKED, UserId.SYSTEM, Map.of());
        notices.toApprovers(get(from), TargetNoticeEffect.Kind.DECIDE, approvers());
        return times.remindApprover(clock.instant());
    }

    public void remindApprovers(Period from) {
        notices.toApprovers(get(from), TargetNoticeEffect.Kind.DECIDE_REMINDER, approvers());
    }

    /** The CTO; where there is none, the KPI administrators. */
    public List<UserId> approvers() {
        var cto = directory.having(Role.CTO);
        return cto.isEmpty() ? directory.having(Role.KPI_ADMIN) : cto;
    }

    /**
     * Decides, with one's reason: what is named in the decision changes, the rest stays as it is.
     *
     * @throws Refused when somebody else decides, has decided, or the quarter has begun
     */
    public void decide(Period from, UserId actor, Decision decision) {
        var round = get(from);
        if (!approvers().contains(actor)) {
            throw new Refused("%s的目标由 CTO 决定".formatted(from.label()));
        }
        var reason = decision.reason().strip();
        if (reason.isEmpty() || reason.length() > 200) {
            throw new Refused("请写明理由（1–200 字），被考核的人会看到");
        }
        if (!round.startsAt().isAfter(clock.instant())) {
            throw new Refused(from.label() + "已经开始，目标不能追溯修改；沿用原目标");
        }
        var base = definitions.at(from);
        var changes = changes(base, decision.targets());
        Optional<Integer> version =
                changes.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                definitions.adopt(
                                        directory.member(actor).orElseThrow(),
                                        from,
                                        changes,
                                        reason));
        var all = targets(base);
        all.putAll(changes);
        if (!rounds.decide(from, new Decided(actor, clock.instant(), reason, version), all)) {
            throw new Refused("%s的目标已经定下，请刷新查看".formatted(from.label()));
        }
        log.append(from, What.DECIDED, actor, Map.of("reason", reason, "changes", plain(changes)));
    }

    /** Everybody is told and asked to acknowledge; answers when they are reminded. */
    public Instant publish(Period from) {
        notices.toEverybody(get(from), TargetNoticeEffect.Kind.PUBLISHED);
        return times.remindPeople(from.start());
    }

    public void remindPeople(Period from) {
        log.append(from, What.REMINDED, UserId.SYSTEM, Map.of());
        notices.toEverybody(get(from), TargetNoticeEffect.Kind.ACKNOWLEDGE_REMINDER);
    }

    /** The quarter begins: what is not acknowledged is reported to leads and KPI administrators. */
    public void comeIntoForce(Period from) {
        rounds.move(from, State.PUBLISHED, State.IN_FORCE);
        var open = directory.members().size() - log.acknowledged(from).size();
        log.append(from, What.IN_FORCE, UserId.SYSTEM, Map.of("unacknowledged", open));
        notices.toApprovers(
                get(from), TargetNoticeEffect.Kind.IN_FORCE, directory.having(Role.KPI_ADMIN));
    }

    /** Nobody decided before the quarter began: the targets stay as they are. */
    public void keep(Period from) {
        if (!rounds.move(from, State.DECISION, State.KEPT)) {
            rounds.move(from, State.COMMENTS, State.KEPT);
        }
        log.append(from, What.KEPT, UserId.SYSTEM, Map.of());
        notices.toEverybody(get(from), TargetNoticeEffect.Kind.KEPT);
    }

    /**
     * The round a quarter's closing opened.
     *
     * @throws IllegalStateException when there is none
     */
    @Transactional(readOnly = true)
    public TargetRound openedBy(Period closed) {
        return rounds.openedBy(closed)
                .orElseThrow(() -> new IllegalStateException("no targets after " + closed));
    }

    private TargetRound get(Period from) {
        return rounds.find(from).orElseThrow(() -> new Refused(from.label() + "还没有开始制定目标"));
    }

    private static Map<String, BigDecimal> targets(DefinitionVersion version) {
        var targets = new TreeMap<String, BigDecimal>();
        version.settings().forEach(one -> targets.put(one.metric(), one.target()));
        targets.values().removeIf(java.util.Objects::isNull);
        return targets;
    }

    private static Map<String, String> plain(Map<String, BigDecimal> numbers) {
        var plain = new TreeMap<String, String>();
        numbers.forEach((metric, number) -> plain.put(metric, number.toPlainString()));
        return plain;
    }

    private static Map<String, BigDecimal> changes(
            DefinitionVersion base, Map<String, BigDecimal> wanted) {
        var present = targets(base);
        var changes = new TreeMap<String, BigDecimal>();
        wanted.forEach(
                (metric, target) -> {
                    var now = present.get(metric);
                    if (now == null) {
                        throw new Refused("没有指标 %s，请核对后重试".formatted(metric));
                    }
                    if (now.compareTo(target) != 0) {
                        changes.put(metric, target);
                    }
                });
        return changes;
    }
}
