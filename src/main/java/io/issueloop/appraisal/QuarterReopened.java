package io.issueloop.appraisal;

/** The latest locked quarter was opened again; its next lock makes the next revision. */
public record QuarterReopened(Quarter quarter, String reason) {}
