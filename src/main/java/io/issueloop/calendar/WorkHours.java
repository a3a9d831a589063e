package io.issueloop.calendar;

import io.issueloop.shared.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When people work on a working day, in Asia/Shanghai: eight hours in all, so that a 工作日 is the
 * same everywhere (kpi.md §2).
 *
 * @param spans in order, not overlapping
 */
public record WorkHours(List<Span> spans) {

    private static final Pattern SPAN =
            Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–—~～至到]\\s*(\\d{1,2}):(\\d{2})");
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** The company's: 9:00–12:00 and 13:00–18:00. */
    public static final WorkHours COMPANY = read("09:00-12:00,13:00-18:00");

    /** Seconds of the day, the second one exclusive. */
    public record Span(int from, int to) {

        int length() {
            return to - from;
        }

        private int worked(int second) {
            return Math.min(Math.max(second, from), to) - from;
        }

        @Override
        public String toString() {
            return clock(from) + "-" + clock(to);
        }

        private static String clock(int second) {
            return String.format(Locale.ROOT, "%02d:%02d", second / 3600, second % 3600 / 60);
        }
    }

    /**
     * @throws Refused when they overlap or are not eight hours in all
     */
    public WorkHours {
        int before = 0;
        int seconds = 0;
        for (var span : spans) {
            if (span.from() < before || span.length() <= 0) {
                throw new Refused("上班时间须从早到晚、互不重叠，且不跨零点");
            }
            before = span.to();
            seconds += span.length();
        }
        var day = WorkingCalendar.WORKING_DAY;
        if (seconds != day.toSeconds()) {
            throw new Refused(
                    "上班时间须合计 8 小时（各团队的 1 工作日相同），现在是%s"
                            .formatted(Duration.ofSeconds(seconds).toMinutes() + " 分钟"));
        }
        spans = List.copyOf(spans);
    }

    /**
     * Of what people write, e.g. {@code 10:00-13:00, 14:00-19:00}.
     *
     * @throws Refused when it makes no sense
     */
    public static WorkHours read(String text) {
        var spans = new ArrayList<Span>();
        for (var part : text.replace('：', ':').split("[,，、;；]")) {
            var span = SPAN.matcher(part.strip());
            if (!span.matches()) {
                throw new Refused(
                        "上班时间“%s”看不懂，请写成 10:00-13:00, 14:00-19:00".formatted(part.strip()));
            }
            spans.add(
                    new Span(
                            second(span.group(1), span.group(2)),
                            second(span.group(3), span.group(4))));
        }
        return new WorkHours(spans);
    }

    private static int second(String hour, String minute) {
        int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        if (minutes > MINUTES_OF_A_DAY || Integer.parseInt(minute) > 59) {
            throw new Refused("没有 %s:%s 这个时间".formatted(hour, minute));
        }
        return minutes * 60;
    }

    /** Working seconds of the day before this second of it. */
    long worked(int second) {
        return spans.stream().mapToLong(span -> span.worked(second)).sum();
    }

    /** The second of the day at which so many seconds, more than zero, have been worked. */
    long reached(long seconds) {
        long rest = seconds;
        for (var span : spans) {
            if (rest <= span.length()) {
                return span.from() + rest;
            }
            rest -= span.length();
        }
        throw new IllegalArgumentException("no working day has " + seconds + " seconds");
    }

    /** As {@link #read} takes it. */
    @Override
    public String toString() {
        return spans.stream().map(Span::toString).collect(Collectors.joining(", "));
    }
}
