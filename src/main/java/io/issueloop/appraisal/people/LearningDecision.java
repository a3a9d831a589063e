package io.issueloop.appraisal.people;

import io.issueloop.shared.UserId;
import java.time.Instant;

/** Who decided what about a plan or an item, and why. */
record LearningDecision(UserId by, Instant at, String reason) {}
