package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.notification.Links;
import io.issueloop.wecom.WeComResources.Kind;
import io.issueloop.wecom.WorkbenchApi.Figure;
import io.issueloop.wecom.WorkbenchApi.Found;
import io.issueloop.wecom.WorkbenchApi.KeyData;
import io.issueloop.wecom.WorkbenchApi.Template;
import io.issueloop.wecom.WorkbenchApi.Which;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the workbench shows before a member has figures of their own. */
@Component
@Order(70)
class WorkbenchPart implements SetupPart {

    static final String TYPE = "keydata";
    private static final String KEY = "workbench";
    private static final String NO_FIGURE = "—";

    private final WorkbenchApi api;
    private final WeComResources resources;
    private final Links links;
    private final int agentId;

    WorkbenchPart(
            WorkbenchApi api, WeComResources resources, Links links, WeComProperties properties) {
        this.api = api;
        this.resources = resources;
        this.links = links;
        this.agentId = properties.agentId();
    }

    @Override
    public Capability capability() {
        return Capability.WORKBENCH;
    }

    @Override
    public String label() {
        return "工作台展示";
    }

    @Override
    public List<String> missing() {
        var present = api.template(new Which(agentId)).type().equals(TYPE);
        return present && resources.isWritten(Kind.WORKBENCH, KEY, wanted())
                ? List.of()
                : List.of(label());
    }

    @Override
    public void ensure(Consumer<String> created) {
        api.setTemplate(wanted());
        var found = api.template(new Which(agentId));
        if (!found.type().equals(TYPE) || !keys(found).equals(keys(wanted().keydata()))) {
            throw new IllegalStateException("写入后读回的工作台展示不一致");
        }
        resources.written(Kind.WORKBENCH, KEY, wanted());
        created.accept(label());
    }

    private Template wanted() {
        var figures =
                List.of(
                        figure("待处理", links.handledByMe()),
                        figure("今日到期", links.handledByMe()),
                        figure("本季关闭", links.handledByMe()),
                        figure("及时率", links.dashboard()));
        return new Template(agentId, TYPE, new KeyData(figures), null, null, null, false);
    }

    private static Figure figure(String name, URI page) {
        return new Figure(name, NO_FIGURE, page.toString(), null);
    }

    private static List<String> keys(Found found) {
        return Optional.ofNullable(found.keydata()).map(WorkbenchPart::keys).orElse(List.of());
    }

    private static List<String> keys(KeyData data) {
        return data.items().stream().map(Figure::key).toList();
    }
}
