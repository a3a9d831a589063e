package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Modes;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.issue.Projects;
import io.issueloop.kpi.KpiTable;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Creates in WeCom what the application needs there: the smart tables 问题跟踪 and KPI 统计 with their
 * sheets, fields and views, and one calendar per team (design.md §3, §6).
 */
@Component
public class WeComSetup {

    private static final Logger log = LoggerFactory.getLogger(WeComSetup.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Directory directory;
    private final Projects projects;
    private final TableSetup tables;
    private final SheetSetup layouts;
    private final TeamCalendars calendars;
    private final Sheets sheets;
    private final Leases leases;
    private final Modes modes;

    WeComSetup(
            Directory directory,
            Projects projects,
            TableSetup tables,
            SheetSetup layouts,
            TeamCalendars calendars,
            Sheets sheets,
            Leases leases,
            Modes modes) {
        this.directory = directory;
        this.projects = projects;
        this.tables = tables;
        this.layouts = layouts;
        this.calendars = calendars;
        this.sheets = sheets;
        this.leases = leases;
        this.modes = modes;
    }

    /**
     * Adds what is missing and reads back what is there; may be run at any time, by any number of
     * nodes. Remote, some seconds. What a person does, or nobody, is left out.
     *
     * @return what was created, in Chinese; empty when nothing was missing
     * @throws WeComUnavailable when WeCom does not answer: run it again
     * @throws WeComRejected when WeCom refuses, with what to do
     * @throws IllegalStateException when a field was changed so that we cannot use it
     */
    public List<String> run() {
        directory.refresh();
        return leases.whileHolding("setup", PATIENCE, this::runAlone);
    }

    private List<String> runAlone() {
        var created = new ArrayList<String>();
        if (modes.isAuto(Capability.TABLE)) {
            ensureTables(created);
        }
        if (modes.isAuto(Capability.SCHEDULE)) {
            ensureCalendars(created);
        }
        sheets.forget();
        log.info("set-up of WeCom is complete, {} things created", created.size());
        return created;
    }

    private void ensureTables(List<String> created) {
        var tracking =
                tables.ensure(Sheets.TRACKING, true, admins(Role.PROCESS_ADMIN), created::add);
        layouts.ensure(tracking, SheetLayout.tracking(projects.names()), created::add);
        // personal figures are not for everybody: only the KPI administrators open this one
        var kpi = tables.ensure(Sheets.KPI, false, admins(Role.KPI_ADMIN), created::add);
        for (var sheet : KpiTable.Sheet.values()) {
            layouts.ensure(kpi, SheetLayout.kpi(sheet.label()), created::add);
        }
    }

    private void ensureCalendars(List<String> created) {
        for (var team : directory.workingTeams()) {
            if (calendars.known(team.id()).isEmpty()) {
                calendars.of(team.id());
                created.add("日历「" + team.name() + "」");
            }
        }
    }

    private List<UserId> admins(Role role) {
        return directory.members().stream()
                .filter(member -> member.is(role))
                .map(Member::userId)
                .toList();
    }
}
