package io.issueloop.appraisal.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads files of an archive and renders them anew from the snapshot: the same bytes. */
@Component
class ArchiveProving {

    private final JdbcClient jdbc;
    private final ArchiveRendering rendering;
    private final KeptFiles kept;

    ArchiveProving(JdbcClient jdbc, ArchiveRendering rendering, KeptFiles kept) {
        this.jdbc = jdbc;
        this.rendering = rendering;
        this.kept = kept;
    }

    ArchiveProof of(QuarterArchive archive, List<ArchivedFile> files) {
        var again = again(archive);
        return new ArchiveProof(
                files.stream()
                        .map(file -> finding(archive, file, again.get(file.name())))
                        .toList());
    }

    private ArchiveProof.Finding finding(
            QuarterArchive archive, ArchivedFile file, ArchiveFile.@Nullable Rendering again) {
        return new ArchiveProof.Finding(
                file,
                file.sha256().equals(Sha256.of(kept.open(archive, file))),
                again != null && file.sha256().equals(Sha256.of(again)));
    }

    private Map<String, ArchiveFile.Rendering> again(QuarterArchive archive) {
        var again = new HashMap<String, ArchiveFile.Rendering>();
        var quarter = archive.quarter();
        int revision = archive.revision();
        var cut = rendering.cut(quarter, revision, linesAFile(archive));
        rendering
                .files(quarter, revision, cut)
                .forEach(one -> again.put(one.name(), one.rendering()));
        var sums = ArchiveRendering.sums(archive);
        again.put(sums.name(), sums.rendering());
        return again;
    }

    private @Nullable Integer linesAFile(QuarterArchive archive) {
        return jdbc.sql(
                        "select lines_a_file from quarter_archive where quarter = ? and revision = ?")
                .params(archive.quarter().code(), archive.revision())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single()
                .orElse(null);
    }
}
