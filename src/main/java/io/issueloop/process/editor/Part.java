package io.issueloop.process.editor;

import java.util.Map;

/**
 * A part of a model as people see it: a task, a flow, a rule, a field.
 *
 * @param kind Chinese, such as 用户任务
 * @param facets what is said about it, by Chinese label
 * @param place where it is drawn; empty where that means nothing
 */
record Part(String id, String kind, String name, Map<String, String> facets, String place) {

    /** 用户任务「接单」. */
    String title() {
        return "%s「%s」".formatted(kind, name.isEmpty() ? id : name);
    }
}
