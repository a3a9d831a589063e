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
    private final DefaultView first;
    private final Directory directory;

    SavedViewController(SavedViews views, DefaultView first, Directory directory) {
        this.views = views;
        this.first = first;
        this.directory = directory;
    }

    @GetMapping
    @Operation(summary = "保存的视图", description = "自己的，与共享给自己团队的。")
    Overview mine(@AuthenticationPrincipal Caller caller) {
        var me = caller.acting();
        var begins = first.of(me.userId()).orElse(0L);
        return new Overview(
                views.of(me).stream().map(one -> view(one, me.userId(), begins)).toList(),
                views.mayShareWith(me).stream()
                        .map(team -> new Choice(team.toString(), teamName(team)))
                        .toList());
    }

    @PostMapping
    @Operation(summary = "保存视图", description = "同名的自己的视图被替换；team 表示共享给该团队，仅其负责人或流程管理员。")
    Overview save(@AuthenticationPrincipal Caller caller, @RequestBody Save body) {
        views.save(caller.acting(), body.wanted());
        return mine(caller);
    }

    @PostMapping("/{id}")
    @Operation(summary = "改变自己的视图", description = "名称、筛选条件与共享；别的视图的名称不能用。")
    Overview change(
            @AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestBody Save body) {
        views.change(caller.acting(), id, body.wanted());
        return mine(caller);
    }

    @PostMapping("/{id}/default")
    @Operation(summary = "设为默认视图", description = "问题列表从它开始；on 为 false 时取消。")
    Overview begin(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestBody Begin body) {
        if (body.on()) {
            first.choose(caller.acting(), id);
        } else {
            first.forget(caller.userId());
        }
        return mine(caller);
    }

    @PostMapping("/{id}/removal")
    @Operation(summary = "删除自己的视图")
    Overview remove(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        views.remove(caller.userId(), id);
        return mine(caller);
    }

    private View view(SavedViews.Saved saved, UserId reader, long begins) {
        var team = Optional.ofNullable(saved.teamId()).map(TeamId::of);
        return new View(
                saved.id(),
                saved.name(),
                saved.query(),
                saved.owner().equals(reader.value()),
                directory.name(UserId.of(saved.owner())),
                saved.teamId(),
                team.map(this::teamName).orElse(null),
                saved.id() == begins);
    }

    private String teamName(TeamId team) {
        return directory.team(team).map(Team::name).orElse("");
    }

    @Schema(description = "保存视图")
    record Save(@Nullable String name, @Nullable String query, @Nullable Long team) {

        ViewToKeep wanted() {
            return new ViewToKeep(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(query, ""),
                    Optional.ofNullable(team).map(TeamId::of));
        }
    }

    record Begin(boolean on) {}

    /**
     * @param own whether the reader may change it
     * @param team whom it is shared with; null: nobody
     * @param sharedWith name of the team
     * @param begins whether the reader's list begins with it
     */
    @Schema(description = "保存的视图")
    record View(
            long id,
            String name,
            String query,
            boolean own,
            String ownerName,
            @Nullable Long team,
            @Nullable String sharedWith,
            boolean begins) {}

    record Choice(String id, String name) {}

    record Overview(List<View> views, List<Choice> teams) {}
}
