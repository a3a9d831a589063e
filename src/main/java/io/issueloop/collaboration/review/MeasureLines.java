package io.issueloop.collaboration.review;

import io.issueloop.collaboration.review.Review.Measure;
import io.issueloop.directory.Directory;
import io.issueloop.shared.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Improvements as people write them, one a line: what；who；by when. Tasklist has one text field for
 * them, and the page sends the same.
 */
final class MeasureLines {

    private static final int MOST = 20;
    private static final int MAX_TITLE = 200;

    private MeasureLines() {}

    /**
     * @throws Refused when a line is incomplete, names nobody, or a day that is over
     */
    static List<Measure> read(String text, Directory directory, LocalDate today) {
        var measures = new ArrayList<Measure>();
        for (var line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            measures.add(read(line, measures.size() + 1, directory, today));
        }
        if (measures.size() > MOST) {
            throw new Refused("改进措施最多 %d 项".formatted(MOST));
        }
        return measures;
    }

    private static Measure read(String line, int number, Directory directory, LocalDate today) {
        var parts = line.split("\\s*[；;|｜\\t]\\s*");
        if (parts.length != 3 || parts[0].isBlank()) {
            throw new Refused(
                    "第 %d 项请写成“措施；负责人；完成日期”，例如：补充压测用例；张伟；%s".formatted(number, today.plusDays(7)));
        }
        if (parts[0].length() > MAX_TITLE) {
            throw new Refused("第 %d 项的措施最多 %d 字".formatted(number, MAX_TITLE));
        }
        var owner =
                directory
                        .called(parts[1])
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                "第 %d 项找不到成员“%s”，请填写唯一的姓名或 userid"
                                                        .formatted(number, parts[1])));
        return new Measure(
                number, parts[0], owner.userId(), due(parts[2], number, today), Optional.empty());
    }

    private static LocalDate due(String text, int number, LocalDate today) {
        try {
            var due = LocalDate.parse(text.replace('/', '-'));
            if (due.isBefore(today)) {
                throw new Refused("第 %d 项的完成日期已经过去".formatted(number));
            }
            return due;
        } catch (DateTimeParseException notADay) {
            throw new Refused("第 %d 项的完成日期请写成 %s 这样".formatted(number, today.plusDays(7)));
        }
    }
}
