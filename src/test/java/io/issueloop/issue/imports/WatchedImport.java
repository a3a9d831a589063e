package io.issueloop.issue.imports;

import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Another node that goes through a file, watched at the end of every batch, before its commit. */
public final class WatchedImport {

    /** The end of a JVM; nothing that catches exceptions sees it. */
    public static final class NodeDied extends Error {
        private static final long serialVersionUID = 1;
    }

    private final ApplicationContext beans;

    public WatchedImport(ApplicationContext beans) {
        this.beans = beans;
    }

    /** Takes the next waiting run; {@code watch} gets the last line of each batch. */
    public void performNext(IntConsumer watch) {
        var transaction = bean(TransactionTemplate.class);
        var batch =
                new ImportBatch(
                        bean(FirstLook.class),
                        bean(ImportedIssues.class),
                        bean(AddedRows.class),
                        bean(ChangedRow.class),
                        bean(ImportProblems.class),
                        bean(ImportRuns.class)) {
                    @Override
                    public void take(RunContext context, List<FileRow> rows) {
                        transaction.executeWithoutResult(
                                status -> {
                                    super.take(context, rows);
                                    watch.accept(rows.get(rows.size() - 1).line());
                                });
                    }
                };
        runner(batch, transaction).run(bean(ImportHolds.class).claim().orElseThrow());
    }

    private ImportRunner runner(ImportBatch batch, TransactionTemplate transaction) {
        return new ImportRunner(
                bean(ImportFiles.class),
                bean(ImportRuns.class),
                bean(ImportHolds.class),
                bean(ImportReading.class),
                batch,
                transaction,
                beans);
    }

    private <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }
}
