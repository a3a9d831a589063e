package io.issueloop.issue.imports;

import io.issueloop.issue.imports.ImportRow.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the four times of a row: each a time, none in the future, one after the other.
 *
 * @param now until when things can have happened, UTC
 */
record RowTimes(Instant now) {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** The times; empty when there is no creation to begin with, with the reason added. */
    Optional<Times> read(Function<ImportColumn, String> cells, List<String> reasons) {
        var created = time(ImportColumn.CREATED, cells, reasons);
        if (cells.apply(ImportColumn.CREATED).isEmpty()) {
            reasons.add("请填写创建时间");
        }
        var accepted = time(ImportColumn.ACCEPTED, cells, reasons);
        var resolved = time(ImportColumn.RESOLVED, cells, reasons);
        var closed = time(ImportColumn.CLOSED, cells, reasons);
        var start = new Named("创建时间", created);
        var taken = accepted.isPresent() ? new Named("接单时间", accepted) : start;
        var solved = resolved.isPresent() ? new Named("解决时间", resolved) : taken;
        order(start, new Named("接单时间", accepted), reasons);
        order(taken, new Named("解决时间", resolved), reasons);
        order(solved, new Named("关闭时间", closed), reasons);
        return created.map(at -> new Times(at, accepted, resolved, closed));
    }

    private Optional<Instant> time(
            ImportColumn column, Function<ImportColumn, String> cells, List<String> reasons) {
        var text = cells.apply(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var time = ImportTime.read(text);
        if (time.isEmpty()) {
            reasons.add("%s“%s”不是有效的时间，例如 2026-05-06 09:30".formatted(column.label(), text));
        } else if (time.get().isAfter(now.plus(CLOCKS_DIFFER))) {
            reasons.add("%s晚于现在".formatted(column.label()));
        }
        return time;
    }

    private static void order(Named first, Named then, List<String> reasons) {
        if (first.at().isPresent()
                && then.at().isPresent()
                && then.at().get().isBefore(first.at().get())) {
            reasons.add("%s早于%s".formatted(then.name(), first.name()));
        }
    }

    private record Named(String name, Optional<Instant> at) {}
}
