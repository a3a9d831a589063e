package io.issueloop.appraisal.archive;

import io.issueloop.kpi.Period;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The archive of one revision; its files never change. */
public record QuarterArchive(
        Period quarter, int revision, String jsonSha256, String xlsxSha256, Instant archivedAt) {

    /** One of its three files. */
    public enum File {
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        JSON("json", "application/json"),
        SHA256("sha256", "text/plain;charset=UTF-8");

        private final String ending;
        private final String mediaType;

        File(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        public String ending() {
            return ending;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** Such as {@code KPI-2026Q3-r1.xlsx}. */
    public String name(File file) {
        return "KPI-%s-r%d.%s".formatted(quarter.code(), revision, file.ending());
    }

    /** As {@code sha256sum -c} reads it. */
    byte[] sums() {
        return "%s  %s\n%s  %s\n"
                .formatted(jsonSha256, name(File.JSON), xlsxSha256, name(File.XLSX))
                .getBytes(StandardCharsets.UTF_8);
    }
}
