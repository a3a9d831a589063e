package io.issueloop.issue;

import java.time.Instant;

/** An event with the moment it was written down, UTC. */
public record RecordedEvent(IssueEvent event, Instant recordedAt) {}
