package io.issueloop.wecom;

import io.issueloop.collaboration.weekly.Journals;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Modes;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.JournalApi.Journal;
import io.issueloop.wecom.JournalApi.Query;
import io.issueloop.wecom.JournalApi.Which;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** WeCom tells nobody that a journal was written: they are looked for (page 93393). */
@Component
class JournalPoller implements Poller {

    /** Those that were handed in while the last look passed by. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    /** WeCom answers at most a month at once; older ones concern no report any more. */
    private static final Duration MOST = Duration.ofDays(30);

    private static final int NO_MORE = 1;
    private static final int SELDOM = 10;

    private final JournalApi api;
    private final Journals journals;
    private final Modes modes;
    private final Clock clock;

    JournalPoller(JournalApi api, Journals journals, Modes modes, Clock clock) {
        this.api = api;
        this.journals = journals;
        this.modes = modes;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "journals";
    }

    @Override
    public String label() {
        return "汇报";
    }

    @Override
    public Duration interval(Duration usual) {
        return usual.multipliedBy(SELDOM);
    }

    @Override
    public boolean isReady() {
        return modes.isAuto(Capability.JOURNAL);
    }

    @Override
    public Instant poll(Instant since) {
        var now = clock.instant();
        var oldest = now.minus(MOST);
        var from = since.minus(OVERLAP).isAfter(oldest) ? since.minus(OVERLAP) : oldest;
        var newest = since;
        long cursor = 0;
        for (boolean more = true; more; ) {
            var page =
                    api.list(
                            new Query(
                                    from.getEpochSecond(),
                                    now.getEpochSecond(),
                                    cursor,
                                    JournalApi.PAGE,
                                    null));
            for (var uuid : page.journaluuid_list()) {
                newest = later(newest, look(uuid));
            }
            cursor = page.next_cursor();
            more = page.endflag() != NO_MORE && !page.journaluuid_list().isEmpty();
        }
        return newest;
    }

    /** Each is read once: a journal that was handed in does not change. */
    private Instant look(String uuid) {
        if (journals.isKnown(uuid)) {
            return Instant.EPOCH;
        }
        Journal journal = api.detail(new Which(uuid)).info();
        var at = Instant.ofEpochSecond(journal.report_time());
        if (journal.submitter() != null) {
            var member = UserId.of(journal.submitter().userid());
            journals.keep(uuid, member, journal.template_name(), at);
        }
        return at;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
