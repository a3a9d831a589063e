package io.issueloop.appraisal.people;

import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of a quarter's round of ratings; called by the process and by the KPI administrators.
 */
@Service
@Transactional
public class PeerRounds {

    static final String ASK = "ASK";
    static final String REMIND = "REMIND";

    private final PeerStore store;
    private final PeerAsks asks;
    private final PeerChoice choice;
    private final PeerArchive archive;
    private final PeerTimes times;
    private final PeerProcess process;
    private final LetterPost post;
    private final Clock clock;

    PeerRounds(
            PeerStore store,
            PeerAsks asks,
            PeerChoice choice,
            PeerArchive archive,
            PeerTimes times,
            PeerProcess process,
            LetterPost post,
            Clock clock) {
        this.store = store;
        this.asks = asks;
        this.choice = choice;
        this.archive = archive;
        this.times = times;
        this.process = process;
        this.post = post;
        this.clock = clock;
    }

    /**
     * A KPI administrator starts the round before the quarter is closed.
     *
     * @throws Refused for anybody else, a quarter to come, one that has had its round, and one in
     *     which nobody worked with anybody yet
     */
    public void start(Member actor, Period quarter) {
        if (!actor.is(Role.KPI_ADMIN)) {
            throw new Refused("只有 KPI 管理员可以发起互评");
        }
        if (quarter.kind() != Period.Kind.QUARTER || quarter.start().isAfter(clock.instant())) {
            throw new Refused("请选择已经开始的季度，例如 2026Q3");
        }
        if (store.round(quarter).isPresent()) {
            throw new Refused(quarter.label() + "的互评已经发起过，每季度只有一次");
        }
        if (!choice.isThereAnybody(quarter)) {
            throw new Refused(quarter.label() + "还没有共事的记录，暂时没有人可以互评；有了共同处理的问题或评审再发起");
        }
        process.start(quarter);
    }

    /** 邀请评价人; a quarter that has had its round keeps it, and nobody is asked again. */
    public Invited open(Period quarter) {
        var now = clock.instant();
        if (!store.open(quarter, now, times.remindAt(now), times.closesAt(now))) {
            var known = store.round(quarter).orElseThrow();
            return new Invited(List.of(), known);
        }
        choice.propose(quarter);
        var round = store.round(quarter).orElseThrow();
        var raters = asks.raters(quarter);
        raters.forEach(rater -> post.send(round.key(), ASK, rater, 1));
        return new Invited(raters, round);
    }

    /** Everybody newly asked; the order is that of the engine's counter. */
    public record Invited(List<UserId> raters, PeerRound round) {}

    /** The rater with this number, from 0 on, as they were when the round opened. */
    @Transactional(readOnly = true)
    public UserId rater(Period quarter, int index) {
        return asks.raters(quarter).get(index);
    }

    /** 提醒评价人: who has rated everybody hears nothing. */
    public void remind(Period quarter) {
        var round = store.round(quarter).orElseThrow();
        asks.raters(quarter).stream()
                .filter(rater -> !isDone(quarter, rater))
                .forEach(rater -> post.send(round.key(), REMIND, rater, 1));
    }

    /** 结束互评: nothing happens the second time. */
    public void close(Period quarter) {
        if (store.lockOpen(quarter)) {
            archive.keep(quarter, clock.instant());
        }
    }

    @Transactional(readOnly = true)
    public boolean isDone(Period quarter, UserId rater) {
        return store.asks(quarter, rater).stream().allMatch(PeerStore.Ask::isAnswered);
    }

    /** All there have been, the newest first. */
    @Transactional(readOnly = true)
    public List<PeerRound> all() {
        return store.rounds();
    }
}
