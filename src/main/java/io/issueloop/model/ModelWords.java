package io.issueloop.model;

import java.util.List;
import java.util.Map;

/** What an author may choose from: the names a model can refer to. */
public interface ModelWords {

    /** Beans service tasks may use. */
    List<String> delegates();

    /** Beans listeners may use. */
    List<String> listeners();

    /** Declared process variables with what they mean, in Chinese. */
    Map<String, String> variables();
}
