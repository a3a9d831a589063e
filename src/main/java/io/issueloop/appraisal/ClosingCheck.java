package io.issueloop.appraisal;

import io.issueloop.kpi.Period;
import java.util.List;

/**
 * Something to look at before a quarter is closed; every bean of this kind is asked, by the page,
 * the form and before the lock.
 */
public interface ClosingCheck {

    /** What is open; empty when all is well. Reads only. */
    List<Finding> of(Period quarter);

    /**
     * One thing that is open.
     *
     * @param text Chinese, says how many and what to do
     * @param link a path of ours where it can be done
     * @param blocks whether the quarter cannot be locked until it is done; else it is a warning
     */
    record Finding(String text, String link, boolean blocks) {}
}
