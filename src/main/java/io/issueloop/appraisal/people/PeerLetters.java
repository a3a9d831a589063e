package io.issueloop.appraisal.people;

import io.issueloop.kpi.Period;
import io.issueloop.notification.Links;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks and reminds raters; nothing is said of anybody's ratings. */
@Component
class PeerLetters implements Letters {

    private final PeerStore store;
    private final Links links;
    private final Clock clock;

    PeerLetters(PeerStore store, Links links, Clock clock) {
        this.store = store;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return PeerRound.PREFIX;
    }

    @Override
    public Optional<Notice> write(String key, String kind, UserId to) {
        var quarter = Period.of(key.substring(PeerRound.PREFIX.length()));
        var left =
                store.asks(quarter, to).stream().filter(one -> !one.isAnswered()).toList().size();
        return store.round(quarter)
                .filter(round -> round.isOpenAt(clock.instant()) && left > 0)
                .map(
                        round ->
                                new Notice(
                                        PeerTexts.title(left, kind.equals(PeerRounds.REMIND)),
                                        PeerTexts.text(round),
                                        links.page("/m/peer-rating")));
    }
}
