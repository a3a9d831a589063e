package io.issueloop.appraisal.archive;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the numbers of a locked quarter; instants with the offset of Asia/Shanghai.
 *
 * @param decisions versions of the decision tables, such as {@code classify_issue 3}
 * @param statements hash of the executed statements and their words
 * @param inputs what the numbers were made of
 * @param fingerprint of the numbers both people confirmed
 */
@JsonPropertyOrder({
    "format",
    "quarter",
    "label",
    "revision",
    "lockedAt",
    "signedBy",
    "lockedBy",
    "reason",
    "calendarVersion",
    "definitionVersion",
    "statements",
    "definitions",
    "decisions",
    "inputs",
    "inputsSha256",
    "fingerprint",
    "adjustments"
})
record SnapshotHead(
        int format,
        String quarter,
        String label,
        int revision,
        String lockedAt,
        Person signedBy,
        Person lockedBy,
        String reason,
        int calendarVersion,
        int definitionVersion,
        String statements,
        List<Definition> definitions,
        List<String> decisions,
        List<Input> inputs,
        String inputsSha256,
        String fingerprint,
        List<Adjustment> adjustments) {

    /** By name as it was then. */
    @JsonPropertyOrder({"userid", "name"})
    record Person(String userid, String name) {}

    /** What a metric asked for. */
    @JsonPropertyOrder({"metric", "basis", "name", "formula", "unit", "target", "weight"})
    record Definition(
            String metric,
            String basis,
            String name,
            String formula,
            String unit,
            @Nullable String target,
            String weight) {}

    /** One kind of facts: how many, and their hash. */
    @JsonPropertyOrder({"kind", "n", "sha256"})
    record Input(String kind, long n, String sha256) {}

    /** A signed manual line; the computed value beside it stays. */
    @JsonPropertyOrder({"metric", "scope", "value", "reason", "by"})
    record Adjustment(String metric, String scope, String value, String reason, String by) {}
}
