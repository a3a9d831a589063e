package io.issueloop.collaboration;

import io.issueloop.shared.UserId;
import java.net.URI;
import java.util.List;

/** Tells members about reviews and reports in WeCom. */
public interface Telling {

    /**
     * Sends one message with one link. Remote: may take seconds and throws when it did not work;
     * identical repeats within four hours are suppressed.
     *
     * @param to at least one member
     * @param title one line, Chinese
     * @param text several lines of plain Chinese text, never WeCom markup
     * @param path of one of our pages, beginning with a slash
     */
    void tell(List<UserId> to, String title, String text, String path);

    /** The public address of one of our pages. */
    URI link(String path);
}
