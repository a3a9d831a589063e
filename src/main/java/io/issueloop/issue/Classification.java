package io.issueloop.issue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the decision table said of an issue's text (kpi.md §8).
 *
 * @param category the winning category; empty when there is none or a tie: a person decides
 * @param confidence the table's word for how sure it is
 * @param hits the keywords found, in the table's order
 */
public record Classification(Optional<String> category, String confidence, List<Hit> hits) {

    /** A keyword found in the text, with its weight in the table. */
    public record Hit(String category, String keyword, double weight) {

        @Override
        public String toString() {
            return "%s:%s:%s".formatted(category, keyword, weight);
        }
    }

    /**
     * The winner's keyword of highest weight, then the one that appears first in the text (kpi.md
     * §8).
     *
     * @param text the text as the table saw it, see {@link KeywordText}
     */
    public Optional<String> subCategory(String text) {
        return category.flatMap(
                winner ->
                        hits.stream()
                                .filter(hit -> hit.category().equals(winner))
                                .min(
                                        Comparator.comparingDouble((Hit hit) -> -hit.weight())
                                                .thenComparingInt(
                                                        hit -> text.indexOf(hit.keyword())))
                                .map(Hit::keyword));
    }
}
