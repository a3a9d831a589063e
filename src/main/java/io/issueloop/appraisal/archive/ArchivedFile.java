package io.issueloop.appraisal.archive;

/**
 * A file of an archive.
 *
 * @param place from 1
 * @param name such as {@code KPI-2026Q3-r1.xlsx}, the second one {@code KPI-2026Q3-r1-2.xlsx}
 * @param sha256 of its content, lower-case hexadecimal
 * @param bytes how long it is
 */
public record ArchivedFile(int place, String name, String sha256, long bytes) {

    static final String JSON = "json";
    static final String XLSX = "xlsx";
    static final String SUMS = "sha256";

    /** {@code json}, {@code xlsx} or {@code sha256}. */
    public String ending() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    public String mediaType() {
        return switch (ending()) {
            case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case JSON -> "application/json";
            default -> "text/plain;charset=UTF-8";
        };
    }
}
