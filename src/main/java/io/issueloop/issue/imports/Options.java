package io.issueloop.issue.imports;

import io.issueloop.shared.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a file is gone through.
 *
 * @param dryRun only looks
 * @param updates whether rows imported before may bring something new
 * @param baseline periods (2026Q2, 2026-05) outside of which the rows count nowhere; empty: they
 *     count everywhere (kpi.md §1)
 * @param mapping the file's own name for a column, where it differs; an empty name leaves the
 *     column out
 */
public record Options(
        boolean dryRun, boolean updates, List<String> baseline, Map<ImportColumn, String> mapping) {

    private static final Pattern PERIOD = Pattern.compile("\\d{4}(Q[1-4]|-(0[1-9]|1[0-2]))");

    /** Looks only, and takes columns as they are called. */
    public static final Options DRY_RUN = new Options(true, false, List.of(), Map.of());

    /**
     * @throws Refused when a baseline period is none
     */
    public Options {
        for (var period : baseline) {
            if (!PERIOD.matcher(period).matches()) {
                throw new Refused("“%s”不是周期，请写成 2026Q2 或 2026-05，多个用逗号分隔".formatted(period));
            }
        }
        baseline = List.copyOf(baseline);
        mapping = Map.copyOf(mapping);
    }

    /** The periods a person wrote, joined by commas or spaces of any width; empty for none. */
    public static List<String> periods(String written) {
        return Arrays.stream(written.split("[,，、;；\\s]+"))
                .filter(period -> !period.isEmpty())
                .distinct()
                .toList();
    }
}
