package io.issueloop.process.work;

import io.issueloop.issue.Classification;
import io.issueloop.issue.Classification.Hit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer of {@code classify_issue}: category, confidence, hits as 分类:关键词:权重 joined by
 * commas.
 */
final class ClassificationResult {

    private ClassificationResult() {}

    /** A table that gives no answer, or several, leaves the issue to triage. */
    static Classification read(@Nullable DmnDecisionResult result) {
        if (result == null || result.size() != 1) {
            return new Classification(Optional.empty(), "无结果", List.of());
        }
        var answer = result.getSingleResult();
        return new Classification(
                Optional.of(text(answer, "category")).filter(category -> !category.isBlank()),
                text(answer, "confidence"),
                hits(text(answer, "hits")));
    }

    private static String text(DmnDecisionResultEntries answer, String output) {
        var value = answer.getEntry(output);
        return value == null ? "" : value.toString();
    }

    private static List<Hit> hits(String joined) {
        return Arrays.stream(joined.split(","))
                .map(hit -> hit.split(":"))
                .filter(parts -> parts.length == 3)
                .map(parts -> new Hit(parts[0], parts[1], Double.parseDouble(parts[2])))
                .toList();
    }
}
