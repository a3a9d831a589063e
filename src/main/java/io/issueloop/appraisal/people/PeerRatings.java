package io.issueloop.appraisal.people;

import io.issueloop.directory.Directory;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A rater's own ratings, changeable until the round closes. Nobody else's can be asked for here or
 * anywhere.
 */
@Service
@Transactional
public class PeerRatings {

    private final PeerStore store;
    private final PeerRounds rounds;
    private final PeerProcess process;
    private final Directory directory;
    private final Clock clock;

    PeerRatings(
            PeerStore store,
            PeerRounds rounds,
            PeerProcess process,
            Directory directory,
            Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.process = process;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A colleague to rate.
     *
     * @param stars by the names of {@link PeerQuestion}; empty when skipped or not rated yet
     */
    public record Colleague(
            UserId person, String name, boolean skipped, Map<String, Integer> stars) {}

    /** What one rater is asked in the round that is open. */
    public record Sheet(PeerRound round, List<Colleague> colleagues) {

        boolean isDone() {
            return colleagues.stream().allMatch(one -> one.skipped() || !one.stars().isEmpty());
        }
    }

    /**
     * Of two open rounds the one that closes first, until everybody in it is rated, then the other;
     * empty where nothing is asked of this person now.
     */
    @Transactional(readOnly = true)
    public Optional<Sheet> of(UserId rater) {
        return store.rounds().stream()
                .filter(round -> round.isOpenAt(clock.instant()))
                .map(round -> new Sheet(round, colleagues(round.quarter(), rater)))
                .filter(sheet -> !sheet.colleagues().isEmpty())
                .min(Comparator.comparing(Sheet::isDone).thenComparing(s -> s.round().closesAt()));
    }

    /**
     * Keeps what a rater thinks of a colleague, in place of what they thought before.
     *
     * @param stars for every question 1–5; empty: does not know the person well enough
     * @throws Refused when the round is closed, or the rater is not asked about this person
     */
    public void rate(UserId rater, UserId person, Map<PeerQuestion, Integer> stars) {
        var sheet = of(rater).orElseThrow(() -> new Refused("互评已截止，不能再评价或修改"));
        var quarter = sheet.round().quarter();
        if (!store.lockOpen(quarter)) {
            throw new Refused("互评已截止，不能再评价或修改");
        }
        if (sheet.colleagues().stream().noneMatch(one -> one.person().equals(person))) {
            throw new Refused("您没有被邀请评价这位同事");
        }
        if (!stars.isEmpty() && stars.size() < PeerQuestion.values().length) {
            throw new Refused("每一项都请选择 1–5 星；不了解这位同事可以选择“不了解，跳过”");
        }
        if (stars.values().stream().anyMatch(count -> count < 1 || count > 5)) {
            throw new Refused("请选择 1–5 星");
        }
        var given = new EnumMap<PeerQuestion, Integer>(PeerQuestion.class);
        given.putAll(stars);
        store.answer(quarter, rater, person, given);
        if (rounds.isDone(quarter, rater)) {
            process.rated(quarter, rater);
        }
    }

    /**
     * 评价同事 is done in Tasklist.
     *
     * @throws Refused when it is not the rater, or somebody is left
     */
    @Transactional(readOnly = true)
    public void requireDone(Period quarter, UserId rater, UserId actor) {
        if (!actor.equals(rater)) {
            throw new Refused("互评只能由本人完成");
        }
        var left = store.asks(quarter, rater).stream().filter(ask -> !ask.isAnswered()).count();
        if (left > 0) {
            throw new Refused("还有 %d 位同事没有评价，请在互评页（/m/peer-rating）评完".formatted(left));
        }
    }

    private List<Colleague> colleagues(Period quarter, UserId rater) {
        return store.asks(quarter, rater).stream()
                .map(
                        ask ->
                                new Colleague(
                                        ask.person(),
                                        directory.name(ask.person()),
                                        ask.skipped(),
                                        ask.stars()))
                .toList();
    }
}
