package io.issueloop.process.editor;

import io.issueloop.model.Finding;
import io.issueloop.model.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Collects what is said about a draft. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    void error(Element element, String text) {
        add(Level.ERROR, element, text);
    }

    void warn(Element element, String text) {
        add(Level.WARNING, element, text);
    }

    void add(Level level, String id, String name, String text) {
        all.add(new Finding(level, id, name, text));
    }

    private void add(Level level, Element element, String text) {
        add(level, element.getAttribute("id"), element.getAttribute("name"), text);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
