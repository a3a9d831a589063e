package io.issueloop.issue.imports;

import io.issueloop.shared.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stays the same while one run goes through its file. */
record RunContext(long runId, ImportRun run, ColumnMapping mapping, RowRules.Lookup lookup) {

    Options options() {
        return run.options();
    }

    /**
     * @throws Refused with everything that is wrong with it
     */
    ImportRow read(FileRow row) {
        return new RowRules(mapping, row, lookup).read();
    }

    /** The row, or why there is none. */
    Read attempt(FileRow row) {
        try {
            return new Read(row, Optional.of(read(row)), "");
        } catch (Refused refused) {
            return new Read(row, Optional.empty(), refused.reason());
        }
    }

    ImportProblem problem(FileRow row, String reason) {
        return new ImportProblem(row.line(), reason, mapping.shown(row));
    }

    record Read(FileRow row, Optional<ImportRow> good, String reason) {}

    /** Everything that is to be known of the keys of some rows. */
    static List<String> keys(List<ImportRow> rows) {
        return rows.stream()
                .flatMap(
                        row ->
                                Stream.concat(
                                        Stream.of(row.key()),
                                        row.link().map(ImportRow.Link::to).stream()))
                .distinct()
                .toList();
    }
}
