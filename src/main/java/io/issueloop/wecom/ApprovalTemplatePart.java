package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.wecom.ApprovalTemplateApi.ChangedTemplate;
import io.issueloop.wecom.ApprovalTemplateApi.ShownControl;
import io.issueloop.wecom.ApprovalTemplateApi.Template;
import io.issueloop.wecom.ApprovalTemplateApi.TemplateDetail;
import io.issueloop.wecom.ApprovalTemplateApi.Text;
import io.issueloop.wecom.ApprovalTemplateApi.WhichTemplate;
import io.issueloop.wecom.WeComResources.Kind;
import io.issueloop.wecom.WeComResources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The template of native approvals. WeCom tells its id at creation only and has no list of them.
 */
@Component
@Order(40)
class ApprovalTemplatePart implements SetupPart {

    private final ApprovalTemplateApi api;
    private final WeComResources resources;

    ApprovalTemplatePart(ApprovalTemplateApi api, WeComResources resources) {
        this.api = api;
        this.resources = resources;
    }

    @Override
    public Capability capability() {
        return Capability.APPROVAL;
    }

    @Override
    public String label() {
        return "审批模板「" + MajorIssueForm.NAME + "」";
    }

    @Override
    public List<String> missing() {
        return known().flatMap(this::detail)
                .map(ApprovalTemplatePart::missingIn)
                .orElse(List.of(label()));
    }

    @Override
    public void ensure(Consumer<String> created) {
        var present = known().flatMap(this::detail);
        if (present.isPresent()) {
            var names = present.get().template_names();
            api.updateTemplate(
                    new ChangedTemplate(known().orElseThrow(), names, MajorIssueForm.controls()));
            return;
        }
        resources.begin(Kind.APPROVAL_TEMPLATE, MajorIssueForm.NAME);
        var id = create();
        resources.created(Kind.APPROVAL_TEMPLATE, MajorIssueForm.NAME, id, "");
        created.accept(label());
    }

    /** Names are unique: one whose id was lost keeps its own. */
    private String create() {
        try {
            return create(MajorIssueForm.NAME);
        } catch (WeComRejected taken) {
            if (taken.errcode() != ErrorCodes.TEMPLATE_REFUSED) {
                throw taken;
            }
            return create(MajorIssueForm.NAME + "（2）");
        }
    }

    private String create(String name) {
        var template = new Template(List.of(Text.chinese(name)), MajorIssueForm.controls());
        return api.createTemplate(template).template_id();
    }

    private Optional<String> known() {
        return resources.find(Kind.APPROVAL_TEMPLATE, MajorIssueForm.NAME).map(Resource::id);
    }

    private Optional<TemplateDetail> detail(String id) {
        return Existing.find(() -> api.templateDetail(new WhichTemplate(id)));
    }

    private static List<String> missingIn(TemplateDetail detail) {
        var content = detail.template_content();
        var present =
                content == null
                        ? List.<ApprovalTemplateApi.Property>of()
                        : content.controls().stream()
                                .map(ShownControl::property)
                                .filter(Objects::nonNull)
                                .toList();
        var missing = new ArrayList<String>();
        Stream.of(MajorIssueForm.values())
                .filter(
                        wanted ->
                                present.stream()
                                        .noneMatch(
                                                p ->
                                                        p.id().equals(wanted.id())
                                                                && p.control()
                                                                        .equals(wanted.control())))
                .forEach(wanted -> missing.add("控件「" + wanted.title() + "」"));
        return missing;
    }
}
