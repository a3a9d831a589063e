package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Team;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Views of the list of issues people keep. Not for scripts. */
@RestController
@RequestMapping("/api/me/views")
@Tag(name = "我")
class SavedViewController {

    private final SavedViews views;
    private final Directory directory;

    SavedViewController(SavedViews views, Directory directory) {
        this.views = views;
        this.directory = directory;
    }

    @GetMapping
    @Operation(summary = "保存的视图", description = "自己的，与共享给自己团队的。")
    Overview mine(@AuthenticationPrincipal Caller caller) {
        var me = caller.acting();
        return new Overview(
                views.of(me).stream().map(one -> view(one, me.userId())).toList(),
                views.mayShareWith(me).stream()
                        .map(team -> new Choice(team.toString(), teamName(team)))
                        .toList());
    }

    @PostMapping
    @Operation(summary = "保存视图", description = "同名的自己的视图被替换；team 表示共享给该团队，仅其负责人或流程管理员。")
    Overview save(@AuthenticationPrincipal Caller caller, @RequestBody Save body) {
        views.save(
                caller.acting(),
                Objects.requireNonNullElse(body.name(), ""),
                Objects.requireNonNullElse(body.query(), ""),
                Optional.ofNullable(body.team()).map(TeamId::of));
        return mine(caller);
    }

    @PostMapping("/{id}/removal")
    @Operation(summary = "删除自己的视图")
    Overview remove(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        views.remove(caller.userId(), id);
        return mine(caller);
    }

    private View view(SavedViews.Saved saved, UserId reader) {
        var team = Optional.ofNullable(saved.teamId()).map(TeamId::of);
        return new View(
                saved.id(),
                saved.name(),
                saved.query(),
                saved.owner().equals(reader.value()),
                directory.name(UserId.of(saved.owner())),
                team.map(this::teamName).orElse(null));
    }

    private String teamName(TeamId team) {
        return directory.team(team).map(Team::name).orElse("");
    }

    @Schema(description = "保存视图")
    record Save(@Nullable String name, @Nullable String query, @Nullable Long team) {}

    /**
     * @param own whether the reader may change it
     * @param sharedWith name of the team; null where it is not shared
     */
    @Schema(description = "保存的视图")
    record View(
            long id,
            String name,
            String query,
            boolean own,
            String ownerName,
            @Nullable String sharedWith) {}

    record Choice(String id, String name) {}

    record Overview(List<View> views, List<Choice> teams) {}
}
