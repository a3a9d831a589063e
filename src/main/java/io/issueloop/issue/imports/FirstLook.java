package io.issueloop.issue.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What has to be known of a whole file before its first row is taken: how many rows there are,
 * which line a key stands on first, which rows refer to which. Some dozen bytes a row.
 */
final class FirstLook {

    private final Map<String, Integer> lineOf = new HashMap<>();
    private final Map<String, String> refersTo = new HashMap<>();
    private int rows;

    void count() {
        rows++;
    }

    /** A row that keeps the rules; a key's second row is remembered by nothing. */
    void see(int line, ImportRow row) {
        if (lineOf.putIfAbsent(row.key(), line) == null) {
            row.link().ifPresent(link -> refersTo.put(row.key(), link.to()));
        }
    }

    int rows() {
        return rows;
    }

    /** What is wrong with the row in the company of the others; empty when nothing is. */
    Optional<String> problem(int line, ImportRow row, Predicate<String> importedBefore) {
        var first = lineOf.getOrDefault(row.key(), line);
        if (first != line) {
            return Optional.of("外部编号与第 %d 行重复".formatted(first));
        }
        return row.link()
                .map(ImportRow.Link::to)
                .filter(target -> !willExist(target, importedBefore))
                .map("重复于“%s”：文件中没有这一行（或那一行有错），以前也没有导入过"::formatted);
    }

    private boolean willExist(String key, Predicate<String> importedBefore) {
        Set<String> walked = new HashSet<>();
        var next = key;
        while (!importedBefore.test(next)) {
            if (!lineOf.containsKey(next) || !walked.add(next)) {
                return false;
            }
            if (!refersTo.containsKey(next)) {
                return true;
            }
            next = refersTo.get(next);
        }
        return true;
    }
}
