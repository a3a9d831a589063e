package io.issueloop.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that is printed in the end. */
final class Figures {

    private static final String ROW = "| %-2s | %-26s | %9s | %9s | %6s | %-26s | %-9s |";

    private final List<String> lines = new ArrayList<>();

    /** A ratio with its mark; for a limit the mark is put to the product's own figure. */
    void add(String id, String what, double product, double bare, double judged, Mark mark) {
        line(id, what, product, bare, mark.text(), mark.verdict(judged));
    }

    /** A companion that has no mark. */
    void add(String id, String what, double product, double bare) {
        line(id, what, product, bare, "", "");
    }

    private void line(
            String id, String what, double product, double bare, String mark, String verdict) {
        lines.add(
                ROW.formatted(
                        id,
                        what,
                        number(product),
                        number(bare),
                        number(product / bare),
                        mark,
                        verdict));
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
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
    }
}
