package io.issueloop.appraisal.targets;

import java.math.BigDecimal;

/** The decision table that grades a score. */
public interface GradeTable {

    /**
     * @param grade such as B+
     * @param words what it means, Chinese
     * @param version of the table
     */
    record Grade(String grade, String words, int version) {}

    Grade grade(BigDecimal score);

    /** The version in force, also where there is nothing to grade. */
    int version();
}
