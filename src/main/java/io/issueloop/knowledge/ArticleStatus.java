package io.issueloop.knowledge;

/** Where an article stands. */
public enum ArticleStatus {
    DRAFT("草稿"),
    IN_REVIEW("审核中"),
    PUBLISHED("已发布");

    private final String label;

    ArticleStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
