package io.issueloop.appraisal.archive;

import io.issueloop.kpi.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The archive of one revision; its files never change.
 *
 * @param files JSON, then xlsx, as many of each as the lines need, then what {@code sha256sum -c}
 *     reads
 */
public record QuarterArchive(
        Period quarter, int revision, Instant archivedAt, List<ArchivedFile> files) {

    /** The file of this name, or the first of this ending; empty when there is none. */
    public Optional<ArchivedFile> file(String nameOrEnding) {
        return files.stream()
                .filter(
                        file ->
                                file.name().equals(nameOrEnding)
                                        || file.ending().equals(nameOrEnding))
                .findFirst();
    }
}
