package io.issueloop.appraisal.archive;

/**
 * How far an archive is that is being written.
 *
 * @param written files that are there and will not change
 * @param files all it will have
 */
public record ArchiveProgress(int written, int files) {}
