package io.issueloop.web.api;

import io.issueloop.calendar.CalendarChange;
import io.issueloop.calendar.CalendarDraft;
import io.issueloop.calendar.CalendarFile;
import io.issueloop.calendar.CalendarVersions;
import io.issueloop.issue.CalendarMoves;
import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.web.access.Caller;
import io.issueloop.web.api.CalendarBodies.Draft;
import io.issueloop.web.api.CalendarBodies.Preview;
import io.issueloop.web.api.CalendarBodies.Text;
import io.issueloop.web.api.CalendarBodies.View;
import io.issueloop.web.api.CalendarBodies.YearView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar; for process administrators, never for scripts. */
@RestController
@RequestMapping("/api/admin/calendar")
@Tag(name = "工作日历")
class CalendarController {

    private final CalendarVersions versions;
    private final CalendarMoves moves;
    private final CalendarViews views;

    CalendarController(CalendarVersions versions, CalendarMoves moves, CalendarViews views) {
        this.versions = versions;
        this.moves = moves;
        this.views = views;
    }

    @GetMapping
    @Operation(
            summary = "一年的工作日历",
            description = "只列与周一至周五不同或有名称的日子；未确认的年份按周一至周五计。给出 team 时是该团队自己的日历；团队没有自己的这一年时沿用公司的。")
    View year(@RequestParam int year, @RequestParam(required = false) @Nullable Long team) {
        if (year < 2000 || year > 2099) {
            throw new InvalidRequest("年份应在 2000 至 2099 之间");
        }
        return views.view(Year.of(year), teamOf(team));
    }

    @PostMapping("/read")
    @Operation(summary = "读取日历文件", description = "JSON、ICS 或 CSV（日期,类型,名称）；只读取，不保存。")
    List<YearView> read(@Valid @RequestBody Text body) {
        return CalendarFile.read(body.text()).stream().map(YearView::of).toList();
    }

    @PostMapping("/preview")
    @Operation(summary = "预览新日历", description = "列出哪些在办问题的截止时间会从何时改到何时；不保存。")
    Preview preview(@Valid @RequestBody Draft body) {
        return views.preview(moves.preview(draft(body)));
    }

    @PostMapping
    @Operation(summary = "发布新日历", description = "发布为新版本，在办问题的截止时间、卡片、日程和提醒一并移动。")
    View publish(@AuthenticationPrincipal Caller caller, @Valid @RequestBody Draft body) {
        moves.publish(draft(body), caller.userId());
        var year =
                Stream.concat(body.years().stream().map(YearView::year), body.followed().stream());
        return views.view(Year.of(year.findFirst().orElseThrow()), teamOf(body.team()));
    }

    private CalendarDraft draft(Draft body) {
        if (body.years().isEmpty() && body.followed().isEmpty()) {
            throw new InvalidRequest("请至少给出一年");
        }
        var team = teamOf(body.team());
        var years = body.years().stream().map(YearView::toYear).toList();
        var followed = body.followed().stream().map(Year::of).collect(Collectors.toSet());
        var change = new CalendarChange(team, years, followed);
        var draft = versions.draft(change, views.source(body, change));
        if (draft.basedOn() != body.version()) {
            throw new Refused("工作日历刚刚被他人更新，请刷新后重新编辑");
        }
        return draft;
    }

    private Optional<TeamId> teamOf(@Nullable Long team) {
        var named = Optional.ofNullable(team).map(TeamId::of);
        if (named.isPresent() && !views.isTeam(named.get())) {
            throw new InvalidRequest("没有这个团队，请刷新后重新选择");
        }
        return named;
    }
}
