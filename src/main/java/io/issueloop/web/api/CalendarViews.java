package io.issueloop.web.api;

import io.issueloop.calendar.CalendarChange;
import io.issueloop.calendar.CalendarVersions;
import io.issueloop.calendar.CalendarVersions.TeamYears;
import io.issueloop.directory.Directory;
import io.issueloop.issue.CalendarMoves.Move;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import io.issueloop.web.api.CalendarBodies.Draft;
import io.issueloop.web.api.CalendarBodies.MoveView;
import io.issueloop.web.api.CalendarBodies.Preview;
import io.issueloop.web.api.CalendarBodies.TeamView;
import io.issueloop.web.api.CalendarBodies.VersionView;
import io.issueloop.web.api.CalendarBodies.View;
import io.issueloop.web.api.CalendarBodies.YearView;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Fills {@link CalendarBodies}. */
@Component
class CalendarViews {

    /** A page shows no more moves than that; the count is of all. */
    private static final int SHOWN = 200;

    private final CalendarVersions versions;
    private final Directory directory;

    CalendarViews(CalendarVersions versions, Directory directory) {
        this.versions = versions;
        this.directory = directory;
    }

    /** Of a team without this year of its own: the company's, which it follows. */
    View view(Year year, Optional<TeamId> team) {
        var confirmed = versions.confirmed();
        var own = team.flatMap(whose -> versions.ownYear(whose, year));
        return new View(
                versions.current(),
                YearView.of(own.orElseGet(() -> versions.year(year))),
                own.isPresent() || confirmed.contains(year),
                confirmed.stream().map(Year::getValue).toList(),
                versions.history().stream().map(this::version).toList(),
                team.map(TeamId::value).orElse(null),
                own.isPresent(),
                teams());
    }

    boolean isTeam(TeamId team) {
        return directory.team(team).isPresent();
    }

    /** For the history: what the person wrote, else whose which years it is. */
    String source(Draft draft, CalendarChange change) {
        var written = draft.source() == null ? "" : draft.source().strip();
        var whose =
                change.team().flatMap(directory::team).map(team -> team.name() + "：").orElse("");
        if (!written.isEmpty()) {
            return whose + written;
        }
        var years = change.years().stream().map(year -> year.year().toString());
        var followed = change.followed().stream().sorted().map(year -> year + " 沿用公司");
        return Stream.concat(years, followed).collect(Collectors.joining("、", whose, " 年"));
    }

    private List<TeamView> teams() {
        var own =
                versions.teams().stream()
                        .collect(Collectors.toMap(TeamYears::team, TeamYears::years));
        return directory.workingTeams().stream()
                .map(
                        team ->
                                new TeamView(
                                        team.id().value(),
                                        team.name(),
                                        own.getOrDefault(team.id(), List.of()).stream()
                                                .map(Year::getValue)
                                                .toList()))
                .toList();
    }

    Preview preview(List<Move> moves) {
        return new Preview(moves.size(), moves.stream().limit(SHOWN).map(this::move).toList());
    }

    private VersionView version(CalendarVersions.Published published) {
        return new VersionView(
                published.version(),
                published.source(),
                Times.local(published.at()),
                published.by().map(UserId::of).map(directory::name).orElse("随系统提供"));
    }

    private MoveView move(Move move) {
        return new MoveView(
                move.issue().no().value(),
                move.issue().title(),
                move.issue().handler().map(directory::name).orElse("待指派"),
                Times.local(move.from()),
                Times.local(move.to()));
    }
}
