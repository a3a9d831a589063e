package io.issueloop.appraisal.archive;

import io.issueloop.appraisal.Quarter;
import io.issueloop.appraisal.QuarterDesk;
import io.issueloop.appraisal.QuarterEvent;
import io.issueloop.appraisal.QuarterEvent.Type;
import io.issueloop.appraisal.QuarterProcess;
import io.issueloop.calendar.CalendarCoverage;
import io.issueloop.directory.Directory;
import io.issueloop.kpi.Definitions;
import io.issueloop.kpi.KpiDefinition;
import io.issueloop.kpi.Kpis;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts together what stands above a snapshot. */
@Component
class SnapshotHeads {

    private static final int FORMAT = 1;

    private final JdbcClient jdbc;
    private final Kpis kpis;
    private final Definitions definitions;
    private final CalendarCoverage calendar;
    private final QuarterDesk desk;
    private final QuarterProcess process;
    private final Directory directory;

    SnapshotHeads(
            JdbcClient jdbc,
            Kpis kpis,
            Definitions definitions,
            CalendarCoverage calendar,
            QuarterDesk desk,
            QuarterProcess process,
            Directory directory) {
        this.jdbc = jdbc;
        this.kpis = kpis;
        this.definitions = definitions;
        this.calendar = calendar;
        this.desk = desk;
        this.process = process;
        this.directory = directory;
    }

    SnapshotHead of(Quarter stand) {
        var quarter = stand.period();
        var signed = last(quarter, Type.SIGNED);
        var locked = last(quarter, Type.LOCKED);
        var inputs = inputs(quarter);
        return new SnapshotHead(
                FORMAT,
                quarter.code(),
                quarter.label(),
                stand.revision(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        locked.at().atOffset(Zones.REPORTING_OFFSET)),
                person(signed.actor()),
                person(locked.actor()),
                reopenedBecause(quarter).orElse(""),
                calendar.version(),
                definitions.at(quarter).version(),
                statements(quarter),
                kpis.definitions(quarter).stream().map(SnapshotHeads::definition).toList(),
                process.decisionVersions(),
                inputs,
                sha256(inputs),
                locked.fingerprint().orElse(""),
                adjustments(quarter));
    }

    private QuarterEvent last(Period quarter, Type type) {
        return find(quarter, type).orElseThrow();
    }

    private Optional<QuarterEvent> find(Period quarter, Type type) {
        return desk.history(quarter).stream()
                .filter(event -> event.type() == type)
                .reduce((earlier, later) -> later);
    }

    private Optional<String> reopenedBecause(Period quarter) {
        return find(quarter, Type.REOPENED).map(QuarterEvent::reason);
    }

    private SnapshotHead.Person person(UserId user) {
        return new SnapshotHead.Person(user.value(), directory.name(user));
    }

    private String statements(Period quarter) {
        return jdbc.sql("select statements from kpi_owed_period where period = ?")
                .param(quarter.code())
                .query(String.class)
                .single();
    }

    private static SnapshotHead.Definition definition(KpiDefinition kpi) {
        return new SnapshotHead.Definition(
                kpi.metric(),
                kpi.basis(),
                kpi.name(),
                kpi.formula(),
                kpi.unit().name(),
                plain(kpi.target()),
                String.valueOf(plain(kpi.weight())));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private List<SnapshotHead.Input> inputs(Period quarter) {
        return jdbc.sql("select kind, n, sha256 from closing_inputs(?)")
                .param(quarter.code())
                .query(SnapshotHead.Input.class)
                .list();
    }

    private static String sha256(List<SnapshotHead.Input> inputs) {
        return Sha256.of(
                inputs.stream()
                        .map(one -> "%s %d %s".formatted(one.kind(), one.n(), one.sha256()))
                        .collect(Collectors.joining("\n")));
    }

    private List<SnapshotHead.Adjustment> adjustments(Period quarter) {
        return jdbc.sql(
                        """
                        select metric, scope, trim_scale(value)::text as value, reason, actor as by
                          from kpi_override where period = ? order by id
                        """)
                .param(quarter.code())
                .query(SnapshotHead.Adjustment.class)
                .list();
    }
}
