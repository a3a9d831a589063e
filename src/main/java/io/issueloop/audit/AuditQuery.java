package io.issueloop.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * What to look for; an empty part asks for everything.
 *
 * @param text part of actor, subject or detail, without regard to case
 * @param before only earlier ones
 */
public record AuditQuery(
        Optional<String> kind,
        Optional<String> actor,
        Optional<String> text,
        Instant from,
        Instant before,
        int most) {}
