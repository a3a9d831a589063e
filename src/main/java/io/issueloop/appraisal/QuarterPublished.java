package io.issueloop.appraisal;

/** A quarter's numbers were shown to the people concerned; appeals are taken from now on. */
public record QuarterPublished(Quarter quarter) {}
