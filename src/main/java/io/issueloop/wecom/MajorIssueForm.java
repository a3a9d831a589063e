package io.issueloop.wecom;

import io.issueloop.wecom.ApprovalTemplateApi.Control;
import io.issueloop.wecom.ApprovalTemplateApi.Controls;
import io.issueloop.wecom.ApprovalTemplateApi.Property;
import io.issueloop.wecom.ApprovalTemplateApi.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The controls of the approval form 重大问题上报 (design.md §3). The issue number is one of them, so that
 * a form whose number was lost on the way back is found again.
 */
enum MajorIssueForm {
    ISSUE_NO("Text", "Text-01", "问题编号", true),
    DESCRIPTION("Textarea", "Textarea-02", "问题描述", true),
    IMPACT("Textarea", "Textarea-03", "影响", true),
    PLAN("Textarea", "Textarea-04", "处理计划", true),
    REPORTER("Contact", "Contact-05", "提报人", true),
    LINK("Text", "Text-06", "链接", false);

    static final String NAME = "重大问题上报";

    private final String control;
    private final String id;
    private final String title;
    private final boolean required;

    MajorIssueForm(String control, String id, String title, boolean required) {
        this.control = control;
        this.id = id;
        this.title = title;
        this.required = required;
    }

    /** WeCom's word for the kind of control. */
    String control() {
        return control;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    static Controls controls() {
        return new Controls(Stream.of(values()).map(MajorIssueForm::wire).toList());
    }

    private Control wire() {
        var property =
                new Property(control, id, List.of(Text.chinese(title)), null, required ? 1 : 0, 0);
        return new Control(property, config());
    }

    private ApprovalTemplateApi.@Nullable Config config() {
        return control.equals("Contact")
                ? new ApprovalTemplateApi.Config(
                        null, null, new ApprovalTemplateApi.ContactConfig("single", "user"), null)
                : null;
    }
}
