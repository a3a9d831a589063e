package io.issueloop.directory;

/** Somebody will be away, or is; published in the transaction that records it. */
public record AbsenceEntered(Absence absence) {}
