package io.issueloop.knowledge;

import io.issueloop.shared.UserId;
import java.util.List;

/**
 * Documents (微文档) in WeCom. Remote: every method may take seconds and throws when it did not work.
 */
public interface DocumentStore {

    /**
     * Creates an empty document. The id is given only here (page 97392): keep it at once.
     *
     * @param title at most 255 characters
     */
    Reference create(String title, List<UserId> admins);

    /** Makes the document consist of these paragraphs; repeating it changes nothing. */
    void write(String documentId, List<Paragraph> paragraphs);

    /** Lets these members read the document. */
    void share(String documentId, List<UserId> readers);

    /**
     * @param url the address people open it at
     */
    record Reference(String documentId, String url) {}

    /** A heading or a text of any length with line breaks. */
    record Paragraph(boolean heading, String text) {}
}
