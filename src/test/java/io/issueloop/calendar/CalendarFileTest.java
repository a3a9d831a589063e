package io.issueloop.calendar;

import static io.issueloop.calendar.DayType.ADJUSTED_WORK;
import static io.issueloop.calendar.DayType.OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.shared.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holidays as people get them: JSON, ICS, CSV. */
class CalendarFileTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate AT_WORK = LocalDate.of(2027, 1, 2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"year\":2027,\"days\":[{\"date\":\"2027-01-01\",\"name\":\"元旦\",\"off\":true},"
                        + "{\"date\":\"2027-01-02\",\"name\":\"元旦\",\"off\":false}]}",
                "[{\"date\":\"2027-01-02\",\"type\":\"ADJUSTED_WORK\",\"name\":\"元旦\"},"
                        + "{\"date\":\"2027-01-01\",\"type\":\"OFF\",\"name\":\"元旦\"}]",
                "日期,类型,名称\n2027-01-01,休,元旦\n2027/01/02,班,元旦",
                "\uFEFF2027-01-01,放假,元旦\n\n\"2027-01-02\",\"补班\",\"元旦\"",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270101\nDTEND;VALUE=DATE:20270102\n"
                        + "SUMMARY:元旦（休）\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270102\n"
                        + "SUMMARY:元旦\n  补班\nEND:VEVENT\nEND:VCALENDAR"
            })
    @DisplayName("同样的安排，三种文件读出来一样")
    void allKindsSayTheSame(String file) {
        assertThat(CalendarFile.read(file))
                .containsExactly(
                        new CalendarYear(
                                Year.of(2027),
                                java.util.List.of(
                                        new CalendarDay(NEW_YEAR, OFF, "元旦"),
                                        new CalendarDay(AT_WORK, ADJUSTED_WORK, "元旦"))));
    }

    @Test
    @DisplayName("ICS 的跨天假期逐日展开，跨年分成两年")
    void aHolidayOverNewYear() {
        var years =
                CalendarFile.read(
                        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20271231\r\n"
                                + "DTEND;VALUE=DATE:20280103\r\nSUMMARY:元旦\r\nEND:VEVENT\r\nEND:VCALENDAR");
        assertThat(years)
                .extracting(CalendarYear::year)
                .containsExactly(Year.of(2027), Year.of(2028));
        assertThat(years.get(1).days()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "日期,类型;2027-13-01,休|第 2 行：日期“2027-13-01”看不懂",
                "2027-01-01,睡觉|第 1 行：类型“睡觉”看不懂",
                "2027-01-01,休;2027-01-01,班|出现了两次",
                "2027-01-01|第 1 行看不懂",
                "{broken|JSON 文件格式有误",
                "你好|没有可用的日期"
            })
    @DisplayName("看不懂的文件说明是哪一行、为什么")
    void saysWhatIsWrong(String file, String why) {
        assertThatThrownBy(() -> CalendarFile.read(file.replace(';', '\n')))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "0,不到 1 分钟",
        "45,45 分钟",
        "60,1 小时",
        "199,3 小时 19 分钟",
        "480,1 天",
        "675,1 天 3 小时",
        "1440,3 天"
    })
    @DisplayName("工作时间说成几天几小时，一天八小时")
    void workingTimeInWords(long minutes, String words) {
        assertThat(WorkingTime.spoken(Duration.ofMinutes(minutes))).isEqualTo(words);
    }
}
