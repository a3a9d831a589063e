package io.issueloop.knowledge;

/** Where an article stands. */
public enum ArticleStatus {
    DRAFT("草稿"),
    IN_REVIEW("审核中"),
    PUBLISHED("已发布"),
    /** Taken away with a reason; those involved can still read it. */
    WITHDRAWN("已撤下"),
    /** A revision that has taken the place of the article it revises. */
    MERGED("已合入");

    private final String label;

    ArticleStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
