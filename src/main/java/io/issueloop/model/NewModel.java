package io.issueloop.model;

import io.issueloop.shared.Refused;
import java.util.regex.Pattern;

/**
 * A model somebody begins.
 *
 * @param name what people call it, 1–100 characters
 * @param documentation what it does and who takes part, 1–500 characters
 */
public record NewModel(ModelId id, String name, String documentation) {

    private static final Pattern KEY = Pattern.compile("[a-z](?:_?[a-z0-9]){2,59}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DOCUMENTATION = 500;

    /**
     * @throws Refused when name or documentation is missing or too long
     */
    public NewModel {
        name = line(name);
        documentation = line(documentation);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refused("请填写名称，最多 100 字");
        }
        if (documentation.isEmpty() || documentation.length() > LONGEST_DOCUMENTATION) {
            throw new Refused("请用一句话说明它做什么、谁参与，最多 500 字");
        }
    }

    /** Ids of new models are written as those of the shipped ones (style.md §5.3). */
    static void demandKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new Refused("编号请用小写英文字母、数字和下划线，以字母开头，3–60 个字符，例如 equipment_repair");
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
