package io.issueloop.appraisal.archive;

import io.issueloop.kpi.Period;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What of a revision is in one pair of files: the numbers in the first, the lines a part in each.
 *
 * @param number from 1
 * @param parts how many there are
 * @param first place of the first line in it
 * @param last place of the last one
 */
record ArchivePart(Period quarter, int revision, int number, int parts, long first, long last) {

    /**
     * All parts of a revision, in their order.
     *
     * @param most lines in a file; null: all in one
     */
    static List<ArchivePart> of(Period quarter, int revision, long lines, @Nullable Integer most) {
        long size = most == null ? Math.max(1, lines) : most;
        int parts = (int) Math.max(1, (lines + size - 1) / size);
        return LongStream.range(0, parts)
                .mapToObj(
                        i ->
                                new ArchivePart(
                                        quarter,
                                        revision,
                                        (int) i + 1,
                                        parts,
                                        i * size + 1,
                                        (i + 1) * size))
                .toList();
    }

    boolean isFirst() {
        return number == 1;
    }

    boolean isOneOfMany() {
        return parts > 1;
    }

    String name(String ending) {
        return name(quarter, revision) + (isFirst() ? "" : "-" + number) + "." + ending;
    }

    static String name(Period quarter, int revision) {
        return "KPI-%s-r%d".formatted(quarter.code(), revision);
    }
}
