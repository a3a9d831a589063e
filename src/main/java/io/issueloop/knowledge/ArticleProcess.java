package io.issueloop.knowledge;

import io.issueloop.shared.UserId;
import java.util.Map;

/** What an article asks of the workflow engine. Everything happens in the caller's transaction. */
public interface ArticleProcess {

    /** Starts {@code article_review}. */
    void startReview(ArticleNo articleNo, UserId reviewer);

    /**
     * Completes the open review with the answers its form would give.
     *
     * @throws io.issueloop.shared.Refused when it is not open (any more), or the rules refuse
     */
    void completeReview(ArticleNo articleNo, UserId actor, Map<String, Object> answers);
}
