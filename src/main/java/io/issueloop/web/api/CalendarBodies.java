package io.issueloop.web.api;

import io.issueloop.calendar.CalendarDay;
import io.issueloop.calendar.CalendarYear;
import io.issueloop.calendar.DayType;
import io.issueloop.calendar.WorkHours;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The working calendar as REST shows and takes it; instants at +08:00. */
final class CalendarBodies {

    private CalendarBodies() {}

    @Schema(description = "一年的工作日历")
    record View(
            @Schema(description = "当前版本") int version,
            @Schema(description = "这一年") YearView year,
            @Schema(description = "这一年是否已确认；未确认时按周一至周五计") boolean confirmed,
            @Schema(description = "已确认的年份") List<Integer> confirmedYears,
            @Schema(description = "版本记录，新的在前") List<VersionView> versions,
            @Schema(description = "哪个团队的；公司的为 null") @Nullable Long team,
            @Schema(description = "团队是否有自己的这一年；没有时沿用公司的") boolean own,
            @Schema(description = "各团队") List<TeamView> teams) {}

    @Schema(description = "一个团队")
    record TeamView(
            @Schema(description = "部门编号") long id,
            @Schema(description = "名称") String name,
            @Schema(description = "有自己日历的年份") List<Integer> ownYears) {}

    @Schema(description = "一年的特殊日子")
    record YearView(
            @Schema(description = "年份", example = "2027") int year,
            @Schema(description = "与周一至周五不同或有名称的日子") @NotNull List<DayView> days,
            @Schema(description = "上班时间，合计 8 小时；空 = 公司的", example = "10:00-13:00, 14:00-19:00")
                    @Size(max = 100, message = "上班时间最多 {max} 字")
                    @Nullable String hours) {

        static YearView of(CalendarYear year) {
            return new YearView(
                    year.year().getValue(),
                    year.days().stream().map(DayView::of).toList(),
                    year.hours().toString());
        }

        CalendarYear toYear() {
            return new CalendarYear(
                    Year.of(year),
                    days.stream().map(DayView::toDay).toList(),
                    hours == null || hours.isBlank() ? WorkHours.COMPANY : WorkHours.read(hours));
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
            @NotNull @Valid List<YearView> years,
            @Schema(description = "来源说明") @Size(max = 100, message = "来源最多 {max} 字")
                    @Nullable String source,
            @Schema(description = "哪个团队的；空 = 公司的") @Nullable Long team,
            @Schema(description = "该团队改为沿用公司日历的年份") @Nullable List<Integer> followed) {

        Draft {
            followed = followed == null ? List.of() : followed;
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
