package io.issueloop.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a model is, by the ending of its file. */
public enum ModelType {
    BPMN("流程", "bpmn", "bpmn"),
    DMN("决策表", "dmn", "dmn"),
    FORM("表单", "forms", "form");

    private final String label;
    private final String folder;
    private final String ending;

    ModelType(String label, String folder, String ending) {
        this.label = label;
        this.folder = folder;
        this.ending = ending;
    }

    /** Chinese word for people. */
    public String label() {
        return label;
    }

    /** {@code bpmn}, {@code dmn}, {@code form}: in addresses, and the file's ending. */
    public String code() {
        return ending;
    }

    /** The product's file of a model with this key, such as {@code forms/accept_issue.form}. */
    public String file(String key) {
        return "%s/%s.%s".formatted(folder, key, ending);
    }

    public static Optional<ModelType> of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.ending.equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
