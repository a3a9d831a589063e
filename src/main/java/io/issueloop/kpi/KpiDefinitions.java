package io.issueloop.kpi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every KPI that is computed, in the order people read them: words and statements. */
final class KpiDefinitions {

    static final List<KpiDefinition> ALL =
            Stream.of(
                            SolvedKpis.ALL,
                            DurationKpis.ALL,
                            QualityKpis.ALL,
                            PersonalKpis.ALL,
                            ContributionKpis.ALL,
                            List.of(ScoreKpi.SCORE))
                    .flatMap(List::stream)
                    .toList();

    /** Changes with any word or statement. */
    static final String STATEMENTS =
            sha256(ALL.stream().map(KpiDefinitions::hash).collect(Collectors.joining()));

    private KpiDefinitions() {}

    /**
     * @throws IllegalArgumentException when no such KPI exists
     */
    static KpiDefinition of(String metric, String basis) {
        return ALL.stream()
                .filter(kpi -> kpi.metric().equals(metric) && kpi.basis().equals(basis))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no KPI " + metric + "/" + basis));
    }

    /** Of words and statement together. */
    static String hash(KpiDefinition kpi) {
        return sha256(String.join("\n", kpi.metric(), kpi.basis(), kpi.formula(), kpi.sql()));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
