package io.issueloop.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.shared.Refused;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a year's holidays from a file: JSON as shipped, a calendar of ICS, or CSV with 日期, 类型, 名称.
 * Which of them it is, the text shows. A pure function.
 */
public final class CalendarFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ICS_DATE = Pattern.compile("(\\d{8}).*");
    private static final Pattern AT_WORK = Pattern.compile("班|上班|补班|(?i:work)");
    private static final int MOST_DAYS = 2000;

    private CalendarFile() {}

    /**
     * @throws Refused in words for the person, with the line, when it is no such file
     */
    public static List<CalendarYear> read(String text) {
        var plain = text.replace("\uFEFF", "").strip();
        List<CalendarDay> days;
        if (plain.startsWith("{") || plain.startsWith("[")) {
            days = json(plain);
        } else if (plain.startsWith("BEGIN:VCALENDAR")) {
            days = ics(plain);
        } else {
            days = csv(plain);
        }
        if (days.isEmpty() || days.size() > MOST_DAYS) {
            throw new Refused("文件里没有可用的日期；支持 JSON、ICS 和 CSV（列：日期,类型,名称）");
        }
        var years = new TreeMap<Year, List<CalendarDay>>();
        days.forEach(
                day ->
                        years.computeIfAbsent(Year.from(day.day()), y -> new ArrayList<>())
                                .add(day));
        return years.entrySet().stream()
                .map(year -> new CalendarYear(year.getKey(), year.getValue()))
                .toList();
    }

    /** {@code {"days": [{"date", "name", "off"}]}}, or such a list, or with {@code type}. */
    private static List<CalendarDay> json(String text) {
        try {
            var tree = JSON.readTree(text);
            var list = tree.isArray() ? tree : tree.path("days");
            var days = new ArrayList<CalendarDay>();
            for (JsonNode one : list) {
                var type = one.has("type") ? one.path("type").asText() : one.path("off").asText();
                days.add(day(one.path("date").asText(), type, one.path("name").asText()));
            }
            return days;
        } catch (JsonProcessingException e) {
            throw new Refused("JSON 文件格式有误，请检查后重新上传");
        }
    }

    private static List<CalendarDay> csv(String text) {
        var days = new ArrayList<CalendarDay>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var cells = lines.get(i).replace('，', ',').split(",", -1);
            var isHead = i == 0 && !lines.get(i).matches("^\"?\\d.*");
            if (isHead || lines.get(i).isBlank()) {
                continue;
            }
            if (cells.length < 2) {
                throw new Refused("第 %d 行看不懂：应为 日期,类型,名称".formatted(i + 1));
            }
            try {
                days.add(
                        day(
                                bare(cells[0]),
                                bare(cells[1]),
                                cells.length > 2 ? bare(cells[2]) : ""));
            } catch (Refused refused) {
                throw new Refused("第 %d 行：%s".formatted(i + 1, refused.reason()));
            }
        }
        return days;
    }

    /** All-day events; the end of one is the day after its last (RFC 5545). */
    private static List<CalendarDay> ics(String text) {
        var unfolded = text.replaceAll("\\r?\\n[ \\t]", "");
        var days = new ArrayList<CalendarDay>();
        for (var event : unfolded.split("BEGIN:VEVENT")) {
            var fields =
                    event.lines()
                            .filter(line -> line.contains(":"))
                            .collect(
                                    Collectors.toMap(
                                            line -> line.split("[;:]", 2)[0],
                                            line -> line.substring(line.indexOf(':') + 1).strip(),
                                            (first, second) -> first));
            if (fields.containsKey("DTSTART")) {
                add(
                        days,
                        fields.get("DTSTART"),
                        fields.get("DTEND"),
                        fields.getOrDefault("SUMMARY", ""));
            }
        }
        return days;
    }

    private static void add(
            List<CalendarDay> days,
            String from,
            @org.jspecify.annotations.Nullable String until,
            String summary) {
        var first = icsDate(from);
        var end = until == null ? first.plusDays(1) : icsDate(until);
        var type = AT_WORK.matcher(summary).find() ? DayType.ADJUSTED_WORK : DayType.OFF;
        var name = summary.replaceAll("[（(【\\[]?(休|班|补班|放假)[）)】\\]]?$", "").strip();
        var last = end.isAfter(first) ? end : first.plusDays(1);
        first.datesUntil(last)
                .limit(MOST_DAYS)
                .forEach(day -> days.add(new CalendarDay(day, type, name)));
    }

    private static LocalDate icsDate(String text) {
        var date = ICS_DATE.matcher(text);
        if (!date.matches()) {
            throw new Refused("ICS 文件里的日期看不懂：" + text);
        }
        return LocalDate.parse(date.group(1), DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static CalendarDay day(String date, String type, String name) {
        var known =
                DayType.called(type)
                        .orElseThrow(() -> new Refused("类型“%s”看不懂，请用 休、班 或 工作日".formatted(type)));
        try {
            return new CalendarDay(LocalDate.parse(date.replace('/', '-')), known, name.strip());
        } catch (DateTimeParseException e) {
            throw new Refused("日期“%s”看不懂，请写成 2027-01-01".formatted(date));
        }
    }

    private static String bare(String cell) {
        return cell.strip().replaceAll("^\"|\"$", "").strip();
    }
}
