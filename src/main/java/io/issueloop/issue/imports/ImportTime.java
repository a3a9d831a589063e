package io.issueloop.issue.imports;

import io.issueloop.shared.Zones;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Points in time as people and spreadsheets write them; without a zone they are Asia/Shanghai, and
 * a day alone is its beginning.
 */
final class ImportTime {

    private static final List<DateTimeFormatter> LOCAL =
            List.of(strict("uuuu-M-d H:mm[:ss]"), strict("uuuu年M月d日 H:mm[:ss]"));
    private static final List<DateTimeFormatter> DAY =
            List.of(strict("uuuu-M-d"), strict("uuuu年M月d日"));
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern EXCEL = Pattern.compile("\\d{5}(\\.\\d+)?");
    private static final Pattern ISO = Pattern.compile("^(\\d{4}-\\d{1,2}-\\d{1,2})T(?=\\d)");
    private static final Pattern FRACTION = Pattern.compile("\\.\\d+(?=$|Z|[+-])");
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private ImportTime() {}

    /** Without it the 30th of February would be the 28th. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The instant, UTC; empty when the text is none. */
    static Optional<Instant> read(String text) {
        if (EXCEL.matcher(text).matches()) {
            return Optional.of(excel(new BigDecimal(text)).atZone(Zones.REPORTING).toInstant());
        }
        var dashed = ISO.matcher(text.replace('/', '-')).replaceFirst("$1 ");
        var plain = FRACTION.matcher(dashed).replaceFirst("");
        return local(plain).or(() -> day(plain)).or(() -> offset(text));
    }

    /** A time cell as a person reads it: a spreadsheet's number is spelled out. */
    static String shown(String cell) {
        return EXCEL.matcher(cell).matches() ? SHOWN.format(excel(new BigDecimal(cell))) : cell;
    }

    private static LocalDateTime excel(BigDecimal days) {
        var seconds = days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return EXCEL_ZERO.atStartOfDay().plusSeconds(seconds);
    }

    private static Optional<Instant> local(String text) {
        for (var format : LOCAL) {
            try {
                var time = LocalDateTime.parse(text, format);
                return Optional.of(time.atZone(Zones.REPORTING).toInstant());
            } catch (DateTimeParseException other) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> day(String text) {
        for (var format : DAY) {
            try {
                var day = LocalDate.parse(text, format);
                return Optional.of(day.atStartOfDay(Zones.REPORTING).toInstant());
            } catch (DateTimeParseException other) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> offset(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
