package io.issueloop.wecom;

import io.issueloop.collaboration.workbench.Workbench;
import io.issueloop.notification.Links;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.WorkbenchApi.MemberData;
import java.util.List;
import org.springframework.stereotype.Component;

/** A member's own figures in place of the template's dashes. */
@Component
class WeComWorkbench implements Workbench {

    private final WorkbenchApi api;
    private final Links links;
    private final int agentId;

    WeComWorkbench(WorkbenchApi api, Links links, WeComProperties properties) {
        this.api = api;
        this.links = links;
        this.agentId = properties.agentId();
    }

    @Override
    public void show(UserId user, List<Figure> figures) {
        var shown = figures.stream().map(this::figure).toList();
        api.setData(MemberData.figures(agentId, user.value(), shown));
    }

    private WorkbenchApi.Figure figure(Figure figure) {
        var page = links.home().resolve(figure.path()).toString();
        return new WorkbenchApi.Figure(figure.name(), figure.value(), page, null);
    }
}
