package io.issueloop.model;

import java.time.Instant;

/**
 * A version the engine has.
 *
 * @param source {@code file} at a start, {@code editor}, or whatever else deployed it
 * @param running process instances on it; 0 for tables and forms
 */
public record ModelVersion(
        int version, String name, String source, Instant deployedAt, long running) {}
