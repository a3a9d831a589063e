package io.issueloop.issue;

import java.time.YearMonth;
import java.util.List;

/**
 * How well the classification table did in a month (kpi.md §8); issues by the month the table
 * judged them in, corrections up to now.
 *
 * @param judged issues the table judged
 * @param automatic of these, with a clear category
 * @param triaged of these, decided by a person
 * @param corrected of the automatic ones, whose category a person changed
 * @param keywords hits of the automatic ones, the most misleading first
 * @param missing what issues nobody's keyword was found in speak of
 */
public record ClassificationReport(
        YearMonth month,
        int judged,
        int automatic,
        int triaged,
        int corrected,
        List<Keyword> keywords,
        List<Missing> missing) {

    /**
     * @param issues automatic issues the keyword was found in, in its category's favour
     * @param corrected of these, the corrected ones
     */
    public record Keyword(String category, String keyword, int issues, int corrected) {}

    /**
     * Two characters that occur together in several issues a person sorted.
     *
     * @param category the category most of them got
     */
    public record Missing(String word, int issues, String category) {}
}
