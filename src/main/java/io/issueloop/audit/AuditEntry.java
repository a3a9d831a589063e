package io.issueloop.audit;

import java.time.Instant;

/**
 * Something somebody did.
 *
 * @param actor a userid, a script's name and the member it acted for, or {@code issueloop}
 * @param kind area, e.g. {@code QUARTER}
 * @param action word of ours, e.g. {@code QUARTER_LOCKED}
 * @param subject what it was done to
 * @param detail what else is worth knowing; may be empty
 */
public record AuditEntry(
        Instant at, String actor, String kind, String action, String subject, String detail) {}
