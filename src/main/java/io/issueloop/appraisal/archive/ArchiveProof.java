package io.issueloop.appraisal.archive;

import java.util.List;

/** Whether an archive is what was locked, file by file. */
public record ArchiveProof(List<Finding> files) {

    /**
     * @param isKept the bytes kept here are those of its recorded sha-256
     * @param isReproduced rendered anew from the snapshot it comes out the same
     */
    public record Finding(ArchivedFile file, boolean isKept, boolean isReproduced) {}

    public boolean holds() {
        return files.stream().allMatch(one -> one.isKept() && one.isReproduced());
    }
}
