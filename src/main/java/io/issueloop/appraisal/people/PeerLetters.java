package io.issueloop.appraisal.people;

import io.issueloop.kpi.Period;
import io.issueloop.notification.Links;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks and reminds raters; nothing is said of anybody's ratings. */
@Component
class PeerLetters implements Letters {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

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
                .map(round -> notice(round, kind, left));
    }

    private Notice notice(PeerRound round, String kind, int left) {
        var until = WHEN.format(round.closesAt().atZone(Zones.REPORTING));
        var title =
                kind.equals(PeerRounds.REMIND)
                        ? "互评即将截止，还有 %d 位同事待评价".formatted(left)
                        : "请评价 %d 位共事的同事".formatted(left);
        return new Notice(
                title,
                "%s同事互评，每人三项，一分钟一位。\n匿名：任何人都看不到谁给了多少分。\n截止：%s，之前可以修改"
                        .formatted(round.quarter().label(), until),
                links.page("/m/peer-rating"));
    }
}
