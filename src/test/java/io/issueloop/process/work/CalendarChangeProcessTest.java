package io.issueloop.process.work;

import static io.issueloop.issue.IssueEventType.DUE_MOVED;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.calendar.CalendarDay;
import io.issueloop.calendar.CalendarDraft;
import io.issueloop.calendar.CalendarVersions;
import io.issueloop.calendar.CalendarYear;
import io.issueloop.calendar.DayType;
import io.issueloop.issue.CalendarMoves;
import io.issueloop.shared.Refused;
import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A new calendar moves the due times of open issues, and all that follows them. */
class CalendarChangeProcessTest extends IssueStory {

    @Autowired CalendarVersions versions;
    @Autowired CalendarMoves moves;

    @Test
    @DisplayName("新日历先预览再发布：截止时间、日程和定时器一并移动，指标按新起点计")
    void aNewHolidayMovesWhatIsOpen() {
        var issue = reported(ZHAO, "评审没有结论");
        var handler = handlerOf(issue);
        actions.accept(issue, handler);
        clock.moveTo(time("2026-11-23T15:00"));
        actions.askForInformation(issue, handler, "哪一次？");
        clock.moveTo(time("2026-11-24T11:00"));
        actions.answer(issue, ZHAO, "上周");
        actions.handOver(issue, handler, (handler.equals(ZHANG) ? LIU : ZHANG).value(), "");
        var personal = now(issue).personalDueAt().orElseThrow();
        assertThat(now(issue).dueAt()).contains(time("2026-11-26T16:00"));
        delivered(issue);

        var draft = with(LocalDate.of(2026, 11, 25));
        assertThat(moves.preview(draft))
                .filteredOn(move -> move.issue().no().equals(issue))
                .singleElement()
                .satisfies(move -> assertThat(move.from()).isEqualTo(personal));
        assertThat(now(issue).dueAt()).contains(time("2026-11-26T16:00"));
        try {
            moves.publish(draft, LIU);
            assertThat(now(issue).dueAt()).contains(time("2026-11-27T16:00"));
            assertThat(now(issue).personalDueAt().orElseThrow()).isAfter(personal);
            assertThat(issues.history(issue))
                    .last()
                    .satisfies(
                            recorded -> assertThat(recorded.event().type()).isEqualTo(DUE_MOVED));
            delivered(issue);
            assertThat(wecom.entries.get(issue.value()).end())
                    .isEqualTo(now(issue).personalDueAt().orElseThrow());
            assertThatThrownBy(() -> moves.publish(draft, LIU)).isInstanceOf(Refused.class);
        } finally {
            moves.publish(with(), LIU);
        }
        assertThat(now(issue).personalDueAt()).contains(personal);
    }

    private CalendarDraft with(LocalDate... off) {
        var days =
                new ArrayList<>(
                        versions.year(Year.of(2026)).days().stream()
                                .filter(day -> !day.name().equals("演练"))
                                .toList());
        for (var day : off) {
            days.add(new CalendarDay(day, DayType.OFF, "演练"));
        }
        return versions.draft(List.of(new CalendarYear(Year.of(2026), days)), "测试");
    }

    private static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(Zones.REPORTING).toInstant();
    }
}
