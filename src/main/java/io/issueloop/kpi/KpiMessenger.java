package io.issueloop.kpi;

import io.issueloop.shared.UserId;
import java.net.URI;
import java.util.List;

/** Tells members about KPIs in WeCom. */
public interface KpiMessenger {

    /**
     * Sends one message with one link. Remote: may take seconds and throws when it did not work;
     * identical repeats within four hours are suppressed.
     *
     * @param to at least one member
     * @param title one line, Chinese
     * @param text several lines of plain Chinese text, never WeCom markup
     * @param link an absolute or path-only address of one of our pages, e.g. {@code /dashboard};
     *     path-only addresses are completed with the public address
     */
    void send(List<UserId> to, String title, String text, URI link);
}
