package io.issueloop.web.api;

import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Mode;
import io.issueloop.delivery.Modes;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How each capability of WeCom is used; for process administrators, never for scripts. */
@RestController
@RequestMapping("/api/admin/wecom")
@Tag(name = "企业微信能力")
class WeComModesController {

    private final Modes modes;
    private final WeComModes view;

    WeComModesController(Modes modes, WeComModes view) {
        this.modes = modes;
        this.view = view;
    }

    @GetMapping
    @Operation(summary = "各能力的模式、未完成的投递与变更记录")
    WeComModes.View all() {
        return view.view();
    }

    @PostMapping("/{capability}")
    @Operation(summary = "改变一项能力的模式", description = "auto、manual、off；setting 表示恢复为设置的值。立即对所有节点生效。")
    WeComModes.View change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String capability,
            @RequestBody ChangeMode body) {
        var which = find(Capability.class, capability);
        if (which.isEmpty()) {
            throw new NotFound("没有这项能力：" + capability);
        }
        var wanted = String.valueOf(body.mode());
        var to = find(Mode.class, wanted);
        if (to.isEmpty() && !wanted.equals("setting")) {
            throw new InvalidRequest("模式只能是 auto、manual、off 或 setting");
        }
        modes.change(which.get(), to, caller.userId());
        return view.view();
    }

    record ChangeMode(@Nullable String mode) {}

    private static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(
                        one ->
                                one.name()
                                        .toLowerCase(Locale.ROOT)
                                        .equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
