package io.issueloop.appraisal;

/** Two people have locked a quarter: the revision stands. */
public record QuarterLocked(Quarter quarter) {}
