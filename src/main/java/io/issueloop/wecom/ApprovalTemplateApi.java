package io.issueloop.wecom;

import feign.Headers;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Templates of native approvals: the controls their forms have. */
@Headers("Content-Type: application/json")
interface ApprovalTemplateApi {

    /** The name is unique in the corp. 600 calls a minute. WeCom page 97437. */
    @RequestLine("POST /cgi-bin/oa/approval/create_template")
    CreatedTemplate createTemplate(Template template);

    /** WeCom page 97438. */
    @RequestLine("POST /cgi-bin/oa/approval/update_template")
    Done updateTemplate(ChangedTemplate template);

    /** WeCom page 91982. */
    @RequestLine("POST /cgi-bin/oa/gettemplatedetail")
    TemplateDetail templateDetail(WhichTemplate which);

    /** A text of a template in one language, {@code zh_CN} with an underscore. */
    record Text(String text, String lang) {
        static Text chinese(String text) {
            return new Text(text, "zh_CN");
        }
    }

    record Template(List<Text> template_name, Controls template_content) {}

    record ChangedTemplate(
            String template_id, List<Text> template_name, Controls template_content) {}

    record Controls(List<Control> controls) {}

    record Control(Property property, @Nullable Config config) {}

    /**
     * @param control Text, Textarea, Number, Money, Date, Selector, Contact, Tips, File, …
     * @param id {@code Control-number}, such as {@code Text-01}; unique in the template
     * @param title at most 40 characters
     * @param placeholder at most 80 characters
     * @param require 0 or 1
     * @param un_print 0 or 1
     */
    record Property(
            String control,
            String id,
            List<Text> title,
            @Nullable List<Text> placeholder,
            int require,
            int un_print) {}

    /** Exactly the one that belongs to the control; texts and numbers have none. */
    record Config(
            @Nullable DateConfig date,
            @Nullable SelectorConfig selector,
            @Nullable ContactConfig contact,
            @Nullable FileConfig file) {}

    /**
     * @param type day or hour
     */
    record DateConfig(String type) {}

    /**
     * @param type single or multi
     */
    record SelectorConfig(String type, List<Option> options) {}

    /** Here the text is one object; in {@link TemplateDetail} it is a list. */
    record Option(String key, Text value) {}

    /**
     * @param type single or multi
     * @param mode user or department
     */
    record ContactConfig(String type, String mode) {}

    record FileConfig(int is_only_photo) {}

    record CreatedTemplate(String template_id) {}

    record WhichTemplate(String template_id) {}

    record TemplateDetail(List<Text> template_names, @Nullable ShownControls template_content) {}

    record ShownControls(List<ShownControl> controls) {}

    record ShownControl(@Nullable Property property, @Nullable ShownConfig config) {}

    record ShownConfig(@Nullable ShownSelector selector) {}

    record ShownSelector(String type, List<ShownOption> options) {}

    record ShownOption(String key, List<Text> value) {}

    record Done() {}
}
