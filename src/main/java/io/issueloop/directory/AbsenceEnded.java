package io.issueloop.directory;

/** Somebody is here again; published in the transaction that records it. */
public record AbsenceEnded(Absence absence) {}
