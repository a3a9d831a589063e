package io.issueloop.appraisal.archive;

import io.issueloop.delivery.NotNow;
import java.time.Duration;

/**
 * The rest is for the jobs after this one: a job that runs longer than its lease is taken for dead
 * and started a second time.
 */
final class MoreFiles extends NotNow {

    private static final long serialVersionUID = 1;

    MoreFiles(String what) {
        super(what, Duration.ofSeconds(1));
    }

    @Override
    public boolean isPlanned() {
        return true;
    }
}
