package io.issueloop.appraisal.people;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Raters a lead adds for members, before or while the round is open. Leads see what they added
 * themselves, never whom the shared work proposed.
 */
@Service
@Transactional
public class PeerAdditions {

    private static final int MOST = 5;

    private final PeerStore store;
    private final Directory directory;
    private final LetterPost post;
    private final Clock clock;

    PeerAdditions(PeerStore store, Directory directory, LetterPost post, Clock clock) {
        this.store = store;
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
        return store.additions(quarter, lead);
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
        var round = store.round(quarter);
        if (round.filter(one -> !one.isOpenAt(clock.instant())).isPresent()) {
            throw new Refused(quarter.label() + "的互评已截止，不能再补充评价人");
        }
        var added =
                store.additions(quarter, lead).stream()
                        .filter(one -> one.getKey().equals(person))
                        .count();
        if (added >= MOST) {
            throw new Refused("每位组员最多补充 %d 位评价人".formatted(MOST));
        }
        // whether shared work had proposed the same rater already is not told
        if (store.ask(quarter, person, rater, Optional.of(lead)) && round.isPresent()) {
            post.send(round.get().key(), PeerRounds.ASK, rater, 1);
        }
    }

    private boolean leads(UserId lead, UserId person) {
        return !lead.equals(person)
                && directory.member(person).stream()
                        .anyMatch(one -> directory.chainOfLeads(one.team()).contains(lead));
    }
}
