package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.issue.Projects;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The smart table issues come in by, open to everybody. */
@Component
@Order(10)
class TrackingTablePart implements SetupPart {

    private final TableSetup tables;
    private final SheetSetup layouts;
    private final SheetReading reading;
    private final Projects projects;
    private final Directory directory;

    TrackingTablePart(
            TableSetup tables,
            SheetSetup layouts,
            SheetReading reading,
            Projects projects,
            Directory directory) {
        this.tables = tables;
        this.layouts = layouts;
        this.reading = reading;
        this.projects = projects;
        this.directory = directory;
    }

    @Override
    public Capability capability() {
        return Capability.TABLE;
    }

    @Override
    public String label() {
        return "智能表格「" + Sheets.TRACKING + "」";
    }

    @Override
    public boolean isEssential() {
        return true;
    }

    @Override
    public List<String> missing() {
        return tables.present(Sheets.TRACKING)
                .map(
                        docid ->
                                tables.isOpen(docid, true)
                                        ? reading.missing(docid, layout())
                                        : List.of("全员可编辑"))
                .orElse(List.of(label()));
    }

    @Override
    public void ensure(Consumer<String> created) {
        var admins = directory.having(Role.PROCESS_ADMIN);
        var docid = tables.ensure(Sheets.TRACKING, true, admins, created);
        layouts.ensure(docid, layout(), created);
    }

    private SheetLayout layout() {
        return SheetLayout.tracking(projects.names());
    }
}
