package io.issueloop.operations.doctor;

import java.util.List;

/**
 * One thing that has to be right, described by {@link About}. It looks and says what to do; it
 * never repairs.
 */
interface Check {

    /** Never empty. What it throws is a finding as well. */
    List<Finding> look();
}
