package io.issueloop.collaboration.workbench;

import io.issueloop.shared.UserId;
import java.util.List;

/** The application's panel on a member's workbench. */
public interface Workbench {

    /**
     * One of at most four figures.
     *
     * @param name such as 待处理
     * @param path of the page it opens, beginning with a slash
     */
    record Figure(String name, String value, String path) {}

    /**
     * Shows these figures to one member. Remote: may take seconds and throws when it did not work;
     * repeating it is harmless.
     */
    void show(UserId user, List<Figure> figures);
}
