package io.issueloop.operations.backup;

import java.time.Instant;
import java.util.List;

/**
 * The first entry of a backup: what is in it and which tables it fits.
 *
 * @param format version of this layout
 * @param takenAt instant of the snapshot
 * @param schema what {@link Catalogue#version()} said
 */
record Manifest(
        int format, Instant takenAt, String schema, List<Part> parts, List<Counter> counters) {

    static final int FORMAT = 1;

    Manifest {
        parts = List.copyOf(parts);
        counters = List.copyOf(counters);
    }

    long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    /**
     * A table's rows.
     *
     * @param sha256 of the text PostgreSQL's {@code copy} gave, 64 hexadecimal digits
     */
    record Part(Table table, long rows, String sha256) {

        String entry() {
            return "tables/" + table.name() + ".copy";
        }
    }

    /** A sequence and its state. */
    record Counter(String name, long value, boolean called) {}
}
