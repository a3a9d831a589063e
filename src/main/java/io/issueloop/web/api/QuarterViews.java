package io.issueloop.web.api;

import io.issueloop.appraisal.ClosingCheck.Finding;
import io.issueloop.appraisal.Quarter;
import io.issueloop.appraisal.QuarterDesk;
import io.issueloop.appraisal.QuarterEvent;
import io.issueloop.appraisal.QuarterProcess.Step;
import io.issueloop.appraisal.QuarterRun;
import io.issueloop.appraisal.QuarterState;
import io.issueloop.appraisal.Quarters;
import io.issueloop.appraisal.archive.ArchivedFile;
import io.issueloop.appraisal.archive.QuarterArchives;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.kpi.KpiDefinition;
import io.issueloop.kpi.KpiScope;
import io.issueloop.kpi.Kpis;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import io.issueloop.web.access.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the page of a quarter together, as far as the caller may see it. */
@Component
class QuarterViews {

    private final Quarters quarters;
    private final QuarterDesk desk;
    private final QuarterArchives archives;
    private final Kpis kpis;
    private final KpiAccess access;
    private final Directory directory;
    private final Clock clock;

    QuarterViews(
            Quarters quarters,
            QuarterDesk desk,
            QuarterArchives archives,
            Kpis kpis,
            KpiAccess access,
            Directory directory,
            Clock clock) {
        this.quarters = quarters;
        this.desk = desk;
        this.archives = archives;
        this.kpis = kpis;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    /** Every quarter that has numbers, the newest first. */
    List<QuarterView.Head> all() {
        var computed =
                kpis.periods().stream().filter(period -> period.kind() == Period.Kind.QUARTER);
        var begun = quarters.all().stream().map(Quarter::period);
        return Stream.concat(computed, begun)
                .distinct()
                .sorted((one, other) -> other.code().compareTo(one.code()))
                .map(quarters::of)
                .map(QuarterViews::head)
                .toList();
    }

    QuarterView of(Period quarter, Caller caller) {
        var stand = quarters.of(quarter);
        var step = desk.openStep(quarter);
        var runs = desk.runs(quarter);
        return new QuarterView(
                head(stand),
                stand.appeals().map(window -> at(window.from())).orElse(null),
                stand.appeals().map(window -> at(window.to())).orElse(null),
                step.map(Step::name).orElse(null),
                step.map(Step::label).orElse(null),
                may(stand, step, caller.acting()),
                !stand.isLocked()
                        ? desk.checklist(quarter).stream().map(QuarterViews::item).toList()
                        : List.of(),
                runs.stream().map(this::run).toList(),
                runs.stream().limit(1).flatMap(run -> changes(quarter, run, caller)).toList(),
                revisions(quarter),
                archives.progress(quarter)
                        .map(one -> new QuarterView.Archiving(one.written(), one.files()))
                        .orElse(null),
                desk.history(quarter).stream().map(this::happening).toList());
    }

    private QuarterView.May may(Quarter stand, Optional<Step> step, Member member) {
        boolean first = member.is(Role.KPI_ADMIN);
        boolean second = member.is(Role.LEAD) || member.is(Role.CTO);
        Predicate<Step> waits = wanted -> step.equals(Optional.of(wanted));
        boolean closing = !stand.isLocked() && stand.state() != QuarterState.OPEN;
        boolean ended = !stand.period().end().isAfter(clock.instant());
        var latest = quarters.latestLocked().map(Quarter::period);
        return new QuarterView.May(
                first && ended && stand.state() == QuarterState.OPEN,
                first && closing,
                first && waits.test(Step.CHECK),
                first && waits.test(Step.SIGN),
                second && waits.test(Step.CONFIRM),
                first
                        && stand.state() == QuarterState.ARCHIVED
                        && step.isEmpty()
                        && latest.equals(Optional.of(stand.period())),
                second && waits.test(Step.CONFIRM_REOPENING),
                first);
    }

    private Stream<QuarterView.Change> changes(Period quarter, QuarterRun run, Caller caller) {
        var names =
                kpis.definitions(quarter).stream()
                        .collect(
                                Collectors.toMap(
                                        KpiDefinition::metric,
                                        KpiDefinition::name,
                                        (one, other) -> one));
        return desk.changes(run).stream()
                .filter(
                        one ->
                                one.scope().isEmpty()
                                        || access.allows(caller, KpiScope.of(one.scope())))
                .map(
                        one ->
                                new QuarterView.Change(
                                        one.metric(),
                                        names.getOrDefault(one.metric(), one.metric()),
                                        subject(one.scope()),
                                        one.issueNo(),
                                        one.before(),
                                        one.after()));
    }

    private String subject(String scope) {
        if (scope.isEmpty() || scope.equals("all")) {
            return "全部";
        }
        var read = KpiScope.of(scope);
        return read.person()
                .map(directory::name)
                .or(() -> read.team().flatMap(directory::team).map(team -> team.name()))
                .orElse(scope);
    }

    private List<QuarterView.Revision> revisions(Period quarter) {
        return archives.of(quarter).stream()
                .map(
                        one ->
                                new QuarterView.Revision(
                                        one.revision(),
                                        at(one.archivedAt()),
                                        one.files().stream().map(QuarterViews::kept).toList()))
                .toList();
    }

    private static QuarterView.Kept kept(ArchivedFile file) {
        return new QuarterView.Kept(file.name(), file.sha256(), file.bytes());
    }

    private static QuarterView.Head head(Quarter stand) {
        return new QuarterView.Head(
                stand.period().code(),
                stand.period().label(),
                stand.state().name(),
                stand.state().label(),
                stand.revision(),
                at(stand.period().end()),
                at(stand.cutOff()));
    }

    private static QuarterView.Item item(Finding finding) {
        return new QuarterView.Item(finding.text(), finding.link(), finding.blocks());
    }

    private QuarterView.Run run(QuarterRun run) {
        return new QuarterView.Run(
                name(run.actor()),
                at(run.at()),
                run.fingerprint(),
                run.changedValues(),
                run.changedLines());
    }

    private QuarterView.Happening happening(QuarterEvent event) {
        return new QuarterView.Happening(
                event.type().label(),
                name(event.actor()),
                event.reason(),
                event.revision(),
                at(event.at()));
    }

    private String name(UserId user) {
        return user.value().equals("issueloop") ? "系统" : directory.name(user);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(Zones.REPORTING_OFFSET);
    }
}
