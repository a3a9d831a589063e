package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.notification.Links;
import io.issueloop.wecom.MenuApi.Button;
import io.issueloop.wecom.MenuApi.Menu;
import io.issueloop.wecom.WeComResources.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The menu below the application's conversation. What an administrator changed in it afterwards is
 * left alone, until our own wish changes.
 */
@Component
@Order(60)
class MenuPart implements SetupPart {

    private static final String KEY = "menu";

    private final MenuApi api;
    private final WeComResources resources;
    private final Links links;
    private final int agentId;

    MenuPart(MenuApi api, WeComResources resources, Links links, WeComProperties properties) {
        this.api = api;
        this.resources = resources;
        this.links = links;
        this.agentId = properties.agentId();
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public String label() {
        return "应用菜单";
    }

    @Override
    public List<String> missing() {
        var present = current().filter(menu -> !menu.button().isEmpty());
        return present.isPresent() && resources.isWritten(Kind.MENU, KEY, wanted())
                ? List.of()
                : List.of(label());
    }

    @Override
    public void ensure(Consumer<String> created) {
        api.create(agentId, wanted());
        if (!current().map(MenuPart::pages).equals(Optional.of(pages(wanted())))) {
            throw new IllegalStateException("写入后读回的菜单不一致");
        }
        resources.written(Kind.MENU, KEY, wanted());
        created.accept(label());
    }

    private Optional<Menu> current() {
        return Existing.find(() -> api.get(agentId));
    }

    private Menu wanted() {
        return new Menu(
                List.of(
                        Button.page("提交问题", links.report().toString()),
                        Button.page("我的问题", links.reportedByMe().toString()),
                        Button.page("看板", links.dashboard().toString())));
    }

    private static List<String> pages(Menu menu) {
        return menu.button().stream().map(b -> b.name() + " " + b.url()).toList();
    }
}
