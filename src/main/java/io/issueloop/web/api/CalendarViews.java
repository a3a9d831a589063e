package io.issueloop.web.api;

import io.issueloop.calendar.CalendarDay;
import io.issueloop.calendar.CalendarVersions;
import io.issueloop.calendar.CalendarYear;
import io.issueloop.calendar.DayType;
import io.issueloop.directory.Directory;
import io.issueloop.issue.CalendarMoves.Move;
import io.issueloop.shared.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The working calendar as REST shows and takes it. */
@Component
class CalendarViews {

    /** A page shows no more moves than that; the count is of all. */
    private static final int SHOWN = 200;

    private final CalendarVersions versions;
    private final Directory directory;

    CalendarViews(CalendarVersions versions, Directory directory) {
        this.versions = versions;
        this.directory = directory;
    }

    View view(Year year) {
        var confirmed = versions.confirmed();
        return new View(
                versions.current(),
                YearView.of(versions.year(year)),
                confirmed.contains(year),
                confirmed.stream().map(Year::getValue).toList(),
                versions.history().stream().map(this::version).toList());
    }

    Preview preview(List<Move> moves) {
        return new Preview(moves.size(), moves.stream().limit(SHOWN).map(this::move).toList());
    }

    private VersionView version(CalendarVersions.Published published) {
        return new VersionView(
                published.version(),
                published.source(),
                Times.local(published.at()),
                published.by().map(UserId::of).map(directory::name).orElse("随系统提供"));
    }

    private MoveView move(Move move) {
        return new MoveView(
                move.issue().no().value(),
                move.issue().title(),
                move.issue().handler().map(directory::name).orElse("待指派"),
                Times.local(move.from()),
                Times.local(move.to()));
    }

    @Schema(description = "一年的工作日历")
    record View(
            @Schema(description = "当前版本") int version,
            @Schema(description = "这一年") YearView year,
            @Schema(description = "这一年是否已确认；未确认时按周一至周五计") boolean confirmed,
            @Schema(description = "已确认的年份") List<Integer> confirmedYears,
            @Schema(description = "版本记录，新的在前") List<VersionView> versions) {}

    @Schema(description = "一年的特殊日子")
    record YearView(
            @Schema(description = "年份", example = "2027") int year,
            @Schema(description = "与周一至周五不同或有名称的日子") @NotNull List<DayView> days) {

        static YearView of(CalendarYear year) {
            return new YearView(
                    year.year().getValue(), year.days().stream().map(DayView::of).toList());
        }

        CalendarYear toYear() {
            return new CalendarYear(Year.of(year), days.stream().map(DayView::toDay).toList());
        }
    }

    @Schema(description = "一天")
    record DayView(
            @Schema(description = "日期") @NotNull LocalDate date,
            @Schema(description = "WORK 工作日 / OFF 休息 / ADJUSTED_WORK 补班") @NotNull DayType type,
            @Schema(description = "名称") @Nullable String name) {

        static DayView of(CalendarDay day) {
            return new DayView(day.day(), day.type(), day.name());
        }

        CalendarDay toDay() {
            return new CalendarDay(date, type, name == null ? "" : name.strip());
        }
    }

    @Schema(description = "日历版本")
    record VersionView(
            int version, String source, OffsetDateTime publishedAt, String publishedBy) {}

    @Schema(description = "日历文件的内容")
    record Text(@NotBlank(message = "文件是空的") @Size(max = 500_000, message = "文件过大") String text) {}

    @Schema(description = "要发布的年份")
    record Draft(
            @Schema(description = "编辑时所依据的版本") int version,
            @NotNull List<YearView> years,
            @Schema(description = "来源说明") @Size(max = 100, message = "来源最多 {max} 字")
                    @Nullable String source) {

        String sourceText(List<CalendarYear> years) {
            return source == null || source.isBlank()
                    ? CalendarController.named(years)
                    : source.strip();
        }
    }

    @Schema(description = "发布后会移动的截止时间")
    record Preview(@Schema(description = "问题总数") int total, List<MoveView> moves) {}

    @Schema(description = "一个问题的截止时间")
    record MoveView(
            String issueNo,
            String title,
            String handlerName,
            OffsetDateTime from,
            OffsetDateTime to) {}
}
