package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.kpi.KpiTable;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The smart table of KPIs; personal figures are for the KPI administrators alone. */
@Component
@Order(20)
class KpiTablePart implements SetupPart {

    private final TableSetup tables;
    private final SheetSetup layouts;
    private final SheetReading reading;
    private final Directory directory;

    KpiTablePart(TableSetup tables, SheetSetup layouts, SheetReading reading, Directory directory) {
        this.tables = tables;
        this.layouts = layouts;
        this.reading = reading;
        this.directory = directory;
    }

    @Override
    public Capability capability() {
        return Capability.TABLE;
    }

    @Override
    public String label() {
        return "智能表格「" + Sheets.KPI + "」";
    }

    @Override
    public boolean isEssential() {
        return true;
    }

    @Override
    public List<String> missing() {
        return tables.present(Sheets.KPI)
                .map(
                        docid ->
                                !tables.isOpen(docid, false)
                                        ? List.of("仅管理员可见")
                                        : sheets().flatMap(s -> reading.missing(docid, s).stream())
                                                .toList())
                .orElse(List.of(label()));
    }

    @Override
    public void ensure(Consumer<String> created) {
        var docid = tables.ensure(Sheets.KPI, false, directory.having(Role.KPI_ADMIN), created);
        sheets().forEach(sheet -> layouts.ensure(docid, sheet, created));
    }

    private static Stream<SheetLayout> sheets() {
        return Stream.of(KpiTable.Sheet.values()).map(sheet -> SheetLayout.kpi(sheet.label()));
    }
}
