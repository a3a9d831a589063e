package io.issueloop.issue;

import java.util.Comparator;
import java.util.List;

/**
 * Who of several takes an issue: the one with the least open work, where skill and experience with
 * the project make up for a few issues more. Experience counts no longer for whoever solved clearly
 * more than the others lately: the quick are not to get everything. Equal ones are spread by issue
 * number.
 */
final class MemberRanking {

    /** So many more solved in the last seven days than the least, and experience counts no more. */
    private static final int AHEAD = 3;

    private final List<Candidate> candidates;
    private final Strategy strategy;
    private final long leastSolvedLately;

    MemberRanking(List<Candidate> candidates, Strategy strategy) {
        this.candidates = candidates;
        this.strategy = strategy;
        this.leastSolvedLately =
                candidates.stream().mapToLong(Candidate::solvedLately).min().orElse(0);
    }

    Candidate best(IssueNo issueNo) {
        return candidates.stream()
                .min(
                        Comparator.comparingLong(this::weighedLoad)
                                .thenComparingLong(Candidate::solvedLately)
                                .thenComparingInt(
                                        one -> mixed(issueNo.value() + one.user().value())))
                .orElseThrow();
    }

    /** Chinese, short: what spoke for this one. */
    String reason(String team, Candidate chosen, String category) {
        var least = candidates.stream().allMatch(one -> one.open() >= chosen.open());
        var text = new StringBuilder(team);
        text.append(
                least ? "在办最少（%d 件）".formatted(chosen.open()) : "在办 %d 件".formatted(chosen.open()));
        if (chosen.skilled()) {
            text.append("，擅长").append(category);
        }
        if (isExperienced(chosen)) {
            text.append("，熟悉本项目（近 90 天解决 %d 件）".formatted(chosen.solvedHere()));
        }
        return text.toString();
    }

    /** Neighbouring numbers fall far apart, so that nobody always comes first. */
    private static int mixed(String text) {
        int hash = text.hashCode() * 0x9E3779B9;
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        return hash ^ hash >>> 13;
    }

    private long weighedLoad(Candidate one) {
        return one.open()
                - (one.skilled() ? strategy.skillWorth() : 0)
                - (isExperienced(one) ? strategy.experienceWorth() : 0);
    }

    private boolean isExperienced(Candidate one) {
        return one.solvedHere() > 0 && one.solvedLately() <= leastSolvedLately + AHEAD;
    }
}
