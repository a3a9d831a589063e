package io.issueloop.web.api;

import io.issueloop.collaboration.weekly.WeeklyLine;
import io.issueloop.collaboration.weekly.WeeklySheet;
import io.issueloop.directory.Directory;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A weekly report as REST shows it. */
@Schema(description = "一份周报")
record WeeklyView(
        String period,
        String label,
        String scope,
        String subject,
        OffsetDateTime from,
        OffsetDateTime to,
        int solved,
        int open,
        int overdue,
        int dueNext,
        int rated,
        @Schema(description = "本周评价的平均星数；没有评价时为 null") @Nullable Double stars,
        @Schema(description = "写了汇报的人数") int writers,
        int members,
        @Nullable String documentUrl,
        List<Line> lines) {

    @Schema(description = "一个问题在统计时的状态")
    record Line(
            String issueNo,
            String title,
            String handler,
            String handlerName,
            boolean open,
            boolean solved,
            boolean overdue,
            boolean dueNext,
            @Nullable OffsetDateTime dueAt) {}

    static WeeklyView of(WeeklySheet sheet, String scope, Directory directory) {
        var stars = sheet.stars();
        return new WeeklyView(
                sheet.week().code(),
                sheet.week().label(),
                scope,
                sheet.subject(),
                Times.local(sheet.from()),
                Times.local(sheet.to()),
                sheet.count(WeeklyLine::solved),
                sheet.count(WeeklyLine::open),
                sheet.count(WeeklyLine::overdue),
                sheet.count(WeeklyLine::dueNext),
                sheet.count(line -> line.stars().isPresent()),
                stars.isPresent() ? stars.getAsDouble() : null,
                sheet.writers(),
                sheet.members(),
                sheet.documentUrl().orElse(null),
                sheet.lines().stream().map(line -> line(line, directory)).toList());
    }

    private static Line line(WeeklyLine line, Directory directory) {
        return new Line(
                line.issueNo().value(),
                line.title(),
                line.handler().value(),
                directory.name(line.handler()),
                line.open(),
                line.solved(),
                line.overdue(),
                line.dueNext(),
                line.dueAt().map(Times::local).orElse(null));
    }
}
