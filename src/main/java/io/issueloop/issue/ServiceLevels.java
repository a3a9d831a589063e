package io.issueloop.issue;

import java.time.Duration;

/** The service-level table, asked again after the issue was dispatched. */
public interface ServiceLevels {

    /** The working time an issue would have, were it as urgent as this. */
    Duration of(Issue issue, Urgency urgency);
}
