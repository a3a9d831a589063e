package io.issueloop.issue.imports;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Bulk import: files come in, are looked at, gone through, and explained. */
@Service
public class Imports {

    private static final int LATEST = 20;

    private final ImportFiles files;
    private final ImportRuns runs;
    private final ImportHolds holds;
    private final ImportProblems problems;
    private final ImportRunner runner;

    Imports(
            ImportFiles files,
            ImportRuns runs,
            ImportHolds holds,
            ImportProblems problems,
            ImportRunner runner) {
        this.files = files;
        this.runs = runs;
        this.holds = holds;
        this.problems = problems;
        this.runner = runner;
    }

    /** The largest file, in bytes. */
    public static long maxSize() {
        return ImportFiles.MAX_SIZE;
    }

    /** A file as it came, with what it calls its columns. */
    public record Uploaded(long fileId, List<String> columns) {}

    /**
     * Keeps a file.
     *
     * @throws Refused when it cannot be read as xlsx or CSV
     */
    public Uploaded upload(String name, InputStream content, UserId by) throws IOException {
        var id = files.keep(name, content, by);
        return new Uploaded(id, onDisk(id, file -> new Spreadsheet(file).head()));
    }

    /**
     * Asks for a run; a node goes through the file soon.
     *
     * @throws Refused when required columns are missing
     */
    public ImportRun request(long fileId, Options options, UserId by) {
        requireColumns(fileId, options);
        return get(runs.request(fileId, options, by, false));
    }

    /**
     * Goes through a file now, in the calling thread; where the same file was gone through before
     * and the node died, from there.
     */
    public ImportRun perform(long fileId, Options options, UserId by) {
        requireColumns(fileId, options);
        var id =
                holds.takeOver(fileId, options)
                        .orElseGet(() -> runs.request(fileId, options, by, true));
        runner.run(id);
        return get(id);
    }

    /**
     * Lets a run that stopped for a reason of ours go on where it stopped.
     *
     * @throws Refused when there is nothing to go on with
     */
    public ImportRun resume(long runId) {
        get(runId);
        if (!holds.resume(runId)) {
            throw new Refused("这次导入没有中断，不需要继续");
        }
        return get(runId);
    }

    /** Goes through one file that waits for it; answers whether there was one. */
    public boolean performNext() {
        var claimed = holds.claim();
        claimed.ifPresent(runner::run);
        return claimed.isPresent();
    }

    /**
     * @throws Refused when there is no such run
     */
    public ImportRun get(long runId) {
        return runs.find(runId).orElseThrow(() -> new Refused("没有这次导入：" + runId));
    }

    /** The newest runs first. */
    public List<ImportRun> latest() {
        return runs.latest(LATEST);
    }

    /** Rows of a run that were not taken, the first of them. */
    public List<ImportProblem> problems(long runId, int count) {
        return problems.first(runId, count);
    }

    /** All rows that were not taken, in the columns they came in, with the reasons. */
    public void writeErrors(long runId, boolean xlsx, OutputStream out) throws IOException {
        var file = xlsx ? new XlsxErrors(out) : new CsvErrors(out);
        problems.forEach(runId, file::add);
        file.finish();
    }

    /** An empty file with the columns, an example and an explanation. */
    public void writeTemplate(OutputStream out, List<String> projects) throws IOException {
        new ImportTemplate(projects).write(out);
    }

    private void requireColumns(long fileId, Options options) {
        onDisk(fileId, file -> ColumnMapping.of(new Spreadsheet(file).head(), options.mapping()));
    }

    private <T> T onDisk(long fileId, Function<Path, T> work) {
        var file = files.fetch(fileId);
        try {
            return work.apply(file);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
