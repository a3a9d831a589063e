package io.issueloop.appraisal.people;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Raters a lead adds for members, and takes back, before or while the round is open. Leads see what
 * they added themselves, never whom the shared work proposed.
 */
@Service
@Transactional
public class PeerAdditions {

    private static final int MOST = 5;

    private final PeerStore store;
    private final PeerAsks asks;
    private final PeerRounds rounds;
    private final PeerProcess process;
    private final Directory directory;
    private final LetterPost post;
    private final Clock clock;

    PeerAdditions(
            PeerStore store,
            PeerAsks asks,
            PeerRounds rounds,
            PeerProcess process,
            Directory directory,
            LetterPost post,
            Clock clock) {
        this.store = store;
        this.asks = asks;
        this.rounds = rounds;
        this.process = process;
        this.directory = directory;
        this.post = post;
        this.clock = clock;
    }

    /** For whom this person may add raters. */
    @Transactional(readOnly = true)
    public List<Member> members(UserId lead) {
        return directory.members().stream().filter(one -> leads(lead, one.userId())).toList();
    }

    /** Whom the lead added: person and rater. */
    @Transactional(readOnly = true)
    public List<Map.Entry<UserId, UserId>> of(Period quarter, UserId lead) {
        return asks.additions(quarter, lead);
    }

    /**
     * @throws Refused when it is not the lead, the person themselves, too many, or too late
     */
    public void add(Period quarter, UserId lead, UserId person, UserId rater) {
        if (!leads(lead, person)) {
            throw new Refused("只有负责人可以为组员补充评价人");
        }
        if (person.equals(rater)) {
            throw new Refused("不能请本人评价自己");
        }
        if (directory.member(rater).isEmpty()) {
            throw new Refused("找不到这位评价人");
        }
        var round = openOrToCome(quarter);
        var added =
                asks.additions(quarter, lead).stream()
                        .filter(one -> one.getKey().equals(person))
                        .count();
        if (added >= MOST) {
            throw new Refused("每位组员最多补充 %d 位评价人".formatted(MOST));
        }
        // whether shared work had proposed the same rater already is not told
        if (asks.add(quarter, person, rater, lead)) {
            round.ifPresent(open -> invite(open, rater));
        }
    }

    /** Asked anew, even who had been asked about others and was done: a task and a message. */
    private void invite(PeerRound round, UserId rater) {
        process.invited(round.quarter(), rater);
        var since = Duration.between(round.openedAt(), clock.instant());
        post.send(round.key(), PeerRounds.ASK, rater, (int) since.toSeconds() + 1);
    }

    /**
     * What the lead added is taken back, with what the rater answered meanwhile; whom shared work
     * proposed as well stays asked, which is not told.
     *
     * @throws Refused when the lead did not add them, or it is too late
     */
    public void takeBack(Period quarter, UserId lead, UserId person, UserId rater) {
        var round = openOrToCome(quarter);
        if (!asks.additions(quarter, lead).contains(Map.entry(person, rater))) {
            throw new Refused("只能移除自己补充的评价人；请刷新后再看");
        }
        asks.takeBack(quarter, person, rater, lead);
        if (round.isPresent() && rounds.isDone(quarter, rater)) {
            process.rated(quarter, rater);
        }
    }

    private Optional<PeerRound> openOrToCome(Period quarter) {
        var round = store.round(quarter);
        if (round.filter(one -> !one.isOpenAt(clock.instant())).isPresent()
                || round.isPresent() && !store.lockOpen(quarter)) {
            throw new Refused(quarter.label() + "的互评已截止，不能再改评价人");
        }
        return round;
    }

    private boolean leads(UserId lead, UserId person) {
        return !lead.equals(person)
                && directory.member(person).stream()
                        .anyMatch(one -> directory.chainOfLeads(one.team()).contains(lead));
    }
}
