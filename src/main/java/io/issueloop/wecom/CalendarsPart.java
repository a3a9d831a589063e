package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Team;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One calendar per team. */
@Component
@Order(30)
class CalendarsPart implements SetupPart {

    private final TeamCalendars calendars;
    private final Directory directory;

    CalendarsPart(TeamCalendars calendars, Directory directory) {
        this.calendars = calendars;
        this.directory = directory;
    }

    @Override
    public Capability capability() {
        return Capability.SCHEDULE;
    }

    @Override
    public String label() {
        return "团队日历";
    }

    @Override
    public boolean isEssential() {
        return true;
    }

    @Override
    public List<String> missing() {
        return without().stream().map(CalendarsPart::named).toList();
    }

    @Override
    public void ensure(Consumer<String> created) {
        for (var team : without()) {
            calendars.renew(team.id());
            created.accept(named(team));
        }
    }

    private List<Team> without() {
        var alive = calendars.alive();
        return directory.workingTeams().stream()
                .filter(team -> calendars.known(team.id()).filter(alive::contains).isEmpty())
                .toList();
    }

    private static String named(Team team) {
        return "日历「" + team.name() + "」";
    }
}
