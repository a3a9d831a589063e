package io.issueloop.notification;

import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issues;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every kind of card needs to be drawn, sent and remembered. */
@Component
record CardDesk(
        Issues issues,
        Cards cards,
        MessageSender sender,
        SentLog sentLog,
        Clock clock,
        Directory people,
        Links links) {}
