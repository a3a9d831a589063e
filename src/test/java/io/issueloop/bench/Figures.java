package io.issueloop.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that is printed in the end, and each row as soon as it is known. */
final class Figures {

    private static final String ROW = "| %-2s | %-30s | %9s | %9s | %6s | %-26s | %-9s |";

    private final List<String> lines = new ArrayList<>();

    /**
     * A comparison in time: {@code product} and {@code bare} are medians, {@code ratio}, which is
     * judged, is the median of the pairs' ratios.
     */
    void pairs(String id, String what, double product, double bare, double ratio, Mark mark) {
        line(id, what, product, bare, ratio, mark.text(), mark.verdict(ratio));
    }

    /** One measurement of each. */
    record Pair(double product, double other) {}

    void pair(String id, String what, Pair pair, Mark mark) {
        pairs(id, what, pair.product(), pair.other(), pair.product() / pair.other(), mark);
    }

    /** What PostgreSQL counted, put to a mark; for a limit {@code judged} is the product's own. */
    void counted(String id, String what, double product, double bare, double judged, Mark mark) {
        line(id, what, product, bare, product / bare, mark.text(), mark.verdict(judged));
    }

    /** A companion that has no mark. */
    void counted(String id, String what, double product, double bare) {
        line(id, what, product, bare, product / bare, "", "");
    }

    /** A figure of the product's own, put to a limit; nothing runs against it. */
    void limit(String id, String what, double product, Mark mark) {
        line(id, what, product, Double.NaN, Double.NaN, mark.text(), mark.verdict(product));
    }

    private void line(
            String id,
            String what,
            double product,
            double bare,
            double ratio,
            String mark,
            String verdict) {
        var row =
                ROW.formatted(
                        id, what, number(product), number(bare), number(ratio), mark, verdict);
        lines.add(row);
        System.out.println(row);
    }

    String table() {
        var head = ROW.formatted("", "figure", "product", "bare", "ratio", "mark", "verdict");
        var table = new ArrayList<>(List.of("", head, head.replaceAll("[^|]", "-")));
        table.addAll(lines);
        return String.join(System.lineSeparator(), table) + System.lineSeparator();
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
    }
}
