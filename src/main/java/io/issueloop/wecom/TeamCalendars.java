package io.issueloop.wecom;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Team;
import io.issueloop.shared.TeamId;
import io.issueloop.wecom.CalendarApi.AddCalendar;
import io.issueloop.wecom.CalendarApi.Calendar;
import io.issueloop.wecom.CalendarApi.Share;
import io.issueloop.wecom.CalendarApi.WhichCalendars;
import io.issueloop.wecom.WeComResources.Kind;
import io.issueloop.wecom.WeComResources.Resource;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One calendar of the application per team, made when it is first needed. */
@Component
class TeamCalendars {

    private static final Logger log = LoggerFactory.getLogger(TeamCalendars.class);
    private static final String COLOR = "#3370FF";
    private static final int VIEW = 1;
    private static final int MOST_SHARES = 2000;
    private static final int ASKED_AT_ONCE = 100;

    private final CalendarApi api;
    private final WeComResources resources;
    private final Leases leases;
    private final Directory directory;

    TeamCalendars(CalendarApi api, WeComResources resources, Leases leases, Directory directory) {
        this.api = api;
        this.resources = resources;
        this.leases = leases;
        this.directory = directory;
    }

    Optional<String> known(TeamId team) {
        return resources.find(Kind.CALENDAR, team.toString()).map(Resource::id);
    }

    /** The team's calendar; created where there is none. */
    String of(TeamId team) {
        return known(team).orElseGet(() -> createAlone(team));
    }

    /** Another one, after somebody deleted the one we knew. */
    String renew(TeamId team) {
        return leases.whileHolding("calendar-" + team, Duration.ofSeconds(30), () -> create(team));
    }

    /** Those of our calendars WeCom still has. */
    Set<String> alive() {
        var known = resources.all(Kind.CALENDAR).stream().map(Resource::id).toList();
        var alive = new HashSet<String>();
        for (int from = 0; from < known.size(); from += ASKED_AT_ONCE) {
            alive.addAll(alive(known.subList(from, Math.min(known.size(), from + ASKED_AT_ONCE))));
        }
        return alive;
    }

    /** One that is gone may spoil the answer for all. */
    private Collection<String> alive(List<String> ids) {
        var together = Existing.find(() -> ask(ids));
        return together.isPresent() || ids.size() == 1
                ? together.orElse(List.of())
                : ids.stream()
                        .flatMap(id -> Existing.find(() -> ask(List.of(id))).stream())
                        .flatMap(List::stream)
                        .toList();
    }

    private List<String> ask(List<String> ids) {
        return api.calendars(new WhichCalendars(ids)).calendar_list().stream()
                .map(calendar -> String.valueOf(calendar.cal_id()))
                .toList();
    }

    private String createAlone(TeamId team) {
        return leases.whileHolding(
                "calendar-" + team,
                Duration.ofSeconds(30),
                () -> known(team).orElseGet(() -> create(team)));
    }

    private String create(TeamId team) {
        var name = directory.team(team).map(Team::name).orElse("团队 " + team);
        if (!resources.begin(Kind.CALENDAR, team.toString())) {
            log.warn(
                    "WeCom may hold an unused calendar of team {}: an earlier creation was cut off",
                    team);
        }
        var shares =
                directory.members().stream()
                        .filter(member -> member.team().equals(team))
                        .map(Member::userId)
                        .limit(MOST_SHARES)
                        .map(user -> new Share(user.value(), VIEW))
                        .toList();
        var summary = WireText.cut(name, 100) + " 问题日历";
        var calendar = new Calendar(null, summary, COLOR, "问题的截止时间，由问题闭环维护", shares);
        var id = api.addCalendar(new AddCalendar(calendar)).cal_id();
        resources.created(Kind.CALENDAR, team.toString(), id, "");
        return id;
    }
}
