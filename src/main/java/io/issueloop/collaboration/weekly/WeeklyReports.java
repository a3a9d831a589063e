package io.issueloop.collaboration.weekly;

import io.issueloop.delivery.Deliveries;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Team;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the weeks that are owed, has them sent, and shows them. */
@Service
@Transactional
public class WeeklyReports {

    private static final Logger log = LoggerFactory.getLogger(WeeklyReports.class);

    private final OwedWeeks owed;
    private final ReportTimes times;
    private final WeeklyFacts facts;
    private final WeeklyTable table;
    private final Journals journals;
    private final Deliveries deliveries;
    private final Directory directory;
    private final Clock clock;

    WeeklyReports(
            OwedWeeks owed,
            ReportTimes times,
            WeeklyFacts facts,
            WeeklyTable table,
            Journals journals,
            Deliveries deliveries,
            Directory directory,
            Clock clock) {
        this.owed = owed;
        this.times = times;
        this.facts = facts;
        this.table = table;
        this.journals = journals;
        this.deliveries = deliveries;
        this.directory = directory;
        this.clock = clock;
    }

    /** Writes every week that is owed, oldest first; answers when to send, if there is anything. */
    public Optional<Instant> writeOwed() {
        owed.lock();
        for (var week : owed.owed()) {
            var from = times.since(week);
            var to = times.writtenAt(week).orElseThrow();
            owed.written(week, from, to);
            facts.freeze(week, from, to);
            log.info("weekly report {} written", week);
        }
        return owed.untold().isEmpty()
                ? Optional.empty()
                : Optional.of(times.sendAt(clock.instant()));
    }

    /** Has every untold week sent, oldest first, each once. */
    public void send() {
        owed.lock();
        for (var week : owed.untold()) {
            for (var team : directory.workingTeams()) {
                var subject = WeeklySubject.of(week, team.id());
                if (!table.of(week, team.id()).isEmpty()) {
                    deliveries.request(key(week), WeeklyDocumentEffect.NAME, subject);
                }
                deliveries.request(key(week), WeeklyNoticeEffect.NAME, subject);
            }
            owed.told(week);
        }
    }

    /** The weeks there are, the newest first. */
    public List<String> periods() {
        return owed.periods();
    }

    /** A person's week; empty while it is not written. */
    public Optional<WeeklySheet> of(Week week, UserId person) {
        return owed.span(week)
                .map(
                        span ->
                                new WeeklySheet(
                                        week,
                                        directory.name(person),
                                        span.from(),
                                        span.to(),
                                        table.of(week, person),
                                        journals.writers(week, List.of(person)),
                                        1,
                                        Optional.empty()));
    }

    /** A team's week; empty while it is not written. */
    public Optional<WeeklySheet> of(Week week, TeamId team) {
        var members = members(team);
        return owed.span(week)
                .map(
                        span ->
                                new WeeklySheet(
                                        week,
                                        directory.team(team).map(Team::name).orElse("团队"),
                                        span.from(),
                                        span.to(),
                                        table.of(week, team),
                                        journals.writers(week, members),
                                        members.size(),
                                        table.document(week, team).map(WeeklyTable.Document::url)));
    }

    List<UserId> members(TeamId team) {
        return directory.members().stream()
                .filter(member -> member.team().equals(team))
                .map(Member::userId)
                .toList();
    }

    static String key(Week week) {
        return "WEEKLY-" + week.code();
    }
}
