package io.issueloop.notification;

import io.issueloop.issue.Issue;

/**
 * What a card ought to show at this moment.
 *
 * @param key tells two pictures apart
 * @param live whether there is something to press
 * @param outcome what a finished card says, Chinese; empty while it is live
 */
record CardPicture(String key, boolean live, String outcome) {

    private static final String OVER = "over:";

    static CardPicture live(String key) {
        return new CardPicture(key, true, "");
    }

    static CardPicture over(String outcome) {
        return new CardPicture(OVER + outcome, false, outcome);
    }

    /** Whether a picture with this key had nothing to press. */
    static boolean isOver(String key) {
        return key.startsWith(OVER);
    }

    /** The handler's card of the given assignment. */
    static CardPicture todo(Issue issue, int turn) {
        if (turn != issue.assignmentCount()) {
            return over("已由他人接手");
        }
        return switch (issue.status()) {
            case ASSIGNED, HANDLING ->
                    live(
                            "%s:%d:%s"
                                    .formatted(
                                            issue.status(),
                                            issue.resolutionCount(),
                                            issue.personalDueAt().orElseThrow()));
            case PAUSED ->
                    over(issue.waitsFor().map(whom -> "已暂停，等待" + whom).orElse("已暂停，等待提报人补充信息"));
            case RESOLVED -> over("已解决，待提报人评价");
            default -> over(issue.status().label());
        };
    }

    /** The reporter's card of the given resolution. */
    static CardPicture evaluation(Issue issue, int turn) {
        if (turn != issue.resolutionCount()) {
            return over("未解决，已重开");
        }
        return switch (issue.status()) {
            case RESOLVED -> live("evaluate");
            case CLOSED ->
                    over(
                            issue.stars()
                                    .map(stars -> "已确认解决，" + stars + " 星")
                                    .orElse(issue.note().orElse("已关闭")));
            default -> over("未解决，已重开");
        };
    }
}
