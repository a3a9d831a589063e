package io.issueloop.collaboration.weekly;

import io.issueloop.shared.UserId;
import java.util.List;

/**
 * Documents (微文档) reports are kept in. Remote: every method may take seconds and throws when it did
 * not work.
 */
public interface ReportDocuments {

    /** Creates an empty one; the id is given only here: keep it at once. */
    Reference create(String title, List<UserId> admins);

    /** Makes it consist of these paragraphs; repeating it changes nothing. */
    void write(String documentId, List<Paragraph> paragraphs);

    /** Lets these members read it. */
    void share(String documentId, List<UserId> readers);

    /**
     * @param url the address people open it at
     */
    record Reference(String documentId, String url) {}

    /** A heading or a text with line breaks. */
    record Paragraph(boolean heading, String text) {

        public static Paragraph heading(String text) {
            return new Paragraph(true, text);
        }

        public static Paragraph text(String text) {
            return new Paragraph(false, text);
        }
    }
}
