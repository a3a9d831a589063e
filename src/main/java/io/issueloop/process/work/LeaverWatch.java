package io.issueloop.process.work;

import io.issueloop.directory.DirectoryChanged;
import io.issueloop.issue.Handovers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens handovers when the directory was read, in the same transaction. Here, because commands
 * without an engine read the directory too: what they see is found again at the next reading.
 */
@Component
class LeaverWatch {

    private final Handovers handovers;

    LeaverWatch(Handovers handovers) {
        this.handovers = handovers;
    }

    @EventListener
    void on(DirectoryChanged changed) {
        handovers.left(changed.left());
    }
}
