package io.issueloop.appraisal.archive;

import io.issueloop.appraisal.archive.ArchiveFile.Rendering;
import io.issueloop.kpi.Period;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which files an archive has and how each is made, from the snapshot alone. */
@Component
class ArchiveRendering {

    private final KeptRows kept;
    private final ArchiveJson json;
    private final ArchiveSheet sheet;

    ArchiveRendering(KeptRows kept, ArchiveJson json, ArchiveSheet sheet) {
        this.kept = kept;
        this.json = json;
        this.sheet = sheet;
    }

    /** A file to be made. */
    record Planned(String name, Rendering rendering) {}

    /**
     * How the lines of a revision are cut into files.
     *
     * @param lines all there are
     * @param most lines in a file; null: all in one
     */
    record Cut(long lines, @Nullable Integer most) {}

    /** As an archive that is there was cut. */
    Cut cut(Period quarter, int revision, @Nullable Integer most) {
        return new Cut(kept.countOfLines(quarter, revision), most);
    }

    /** Those with content, in the order of an archive. */
    List<Planned> files(Period quarter, int revision, Cut cut) {
        var parts = ArchivePart.of(quarter, revision, cut.lines(), cut.most());
        return Stream.concat(
                        parts.stream()
                                .map(
                                        part ->
                                                new Planned(
                                                        part.name(ArchivedFile.JSON),
                                                        out -> json.write(part, out))),
                        parts.stream()
                                .map(
                                        part ->
                                                new Planned(
                                                        part.name(ArchivedFile.XLSX),
                                                        out -> sheet.write(part, out))))
                .toList();
    }

    /** As it was made for this archive. */
    static Planned sums(QuarterArchive archive) {
        var others =
                archive.files().stream()
                        .filter(file -> !file.ending().equals(ArchivedFile.SUMS))
                        .toList();
        return sums(archive.quarter(), archive.revision(), others);
    }

    /** The last file: the hashes of the others, as {@code sha256sum -c} reads them. */
    static Planned sums(Period quarter, int revision, List<ArchivedFile> others) {
        var text =
                others.stream()
                        .map(file -> file.sha256() + "  " + file.name() + "\n")
                        .collect(Collectors.joining());
        return new Planned(
                ArchivePart.name(quarter, revision) + "." + ArchivedFile.SUMS,
                out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
