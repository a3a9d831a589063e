package io.issueloop.process.deployment;

import java.time.Instant;

/**
 * A file that was not deployed at start; the former version, if any, goes on.
 *
 * @param resource path below the class path
 * @param reason Chinese where the gate refused, the engine's words where it could not parse
 */
public record RefusedModel(String resource, String reason, Instant at) {}
