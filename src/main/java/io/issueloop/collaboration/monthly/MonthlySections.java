package io.issueloop.collaboration.monthly;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Team;
import io.issueloop.issue.ClassificationQuality;
import io.issueloop.kpi.Direction;
import io.issueloop.kpi.KpiDefinition;
import io.issueloop.kpi.KpiScope;
import io.issueloop.kpi.KpiValue;
import io.issueloop.kpi.Kpis;
import io.issueloop.kpi.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads a month's facts and lets them be said. */
@Component
class MonthlySections {

    private final Kpis kpis;
    private final ClassificationQuality classification;
    private final MonthlyFacts facts;
    private final Directory directory;

    MonthlySections(
            Kpis kpis,
            ClassificationQuality classification,
            MonthlyFacts facts,
            Directory directory) {
        this.kpis = kpis;
        this.classification = classification;
        this.facts = facts;
        this.directory = directory;
    }

    List<Section> of(YearMonth month) {
        var sections = new ArrayList<Section>();
        sections.add(new Section("指标变化：全部团队", changes(month, KpiScope.ALL)));
        for (var team : directory.workingTeams()) {
            var lines = changes(month, KpiScope.team(team.id()));
            if (!lines.isEmpty()) {
                sections.add(new Section("指标变化：" + name(team), lines));
            }
        }
        sections.add(new Section("在办账龄", MonthlyTexts.ages(facts.ages(month))));
        sections.add(new Section("高频与复发问题", MonthlyTexts.frequent(facts.frequent(month))));
        sections.add(new Section("分类质量", MonthlyTexts.classification(classification.of(month))));
        return sections;
    }

    private List<String> changes(YearMonth month, KpiScope scope) {
        var period = Period.of(month.toString());
        var before = kpis.find(period.previous(), scope);
        var definitions = kpis.definitions(period);
        return kpis.find(period, scope).stream()
                .filter(KpiValue::counts)
                .map(now -> MonthlyTexts.change(now, same(before, now), isLower(definitions, now)))
                .toList();
    }

    private static Optional<KpiValue> same(List<KpiValue> values, KpiValue wanted) {
        return values.stream()
                .filter(value -> value.metric().equals(wanted.metric()))
                .filter(value -> value.basis().equals(wanted.basis()))
                .findFirst();
    }

    private static boolean isLower(List<KpiDefinition> definitions, KpiValue value) {
        return definitions.stream()
                .anyMatch(
                        kpi ->
                                kpi.metric().equals(value.metric())
                                        && kpi.direction() == Direction.LOWER_IS_BETTER);
    }

    private static String name(Team team) {
        return team.name();
    }
}
