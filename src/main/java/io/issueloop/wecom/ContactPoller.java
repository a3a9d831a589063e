package io.issueloop.wecom;

import io.issueloop.directory.Directory;
import io.issueloop.directory.DirectorySource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Contacts have no time of change: they are read whole, which takes a call per department, and
 * taken over where they differ from what this node saw last.
 */
@Component
class ContactPoller implements Poller {

    private static final int SELDOM = 10;

    private final DirectorySource source;
    private final Directory directory;
    private DirectorySource.@Nullable Snapshot seen;

    ContactPoller(DirectorySource source, Directory directory) {
        this.source = source;
        this.directory = directory;
    }

    @Override
    public String kind() {
        return "contacts";
    }

    @Override
    public String label() {
        return "通讯录";
    }

    @Override
    public Duration interval(Duration usual) {
        return usual.multipliedBy(SELDOM);
    }

    @Override
    public synchronized Instant poll(Instant since) {
        var now = source.read();
        if (!now.equals(seen)) {
            directory.refresh();
            seen = now;
        }
        return since;
    }
}
