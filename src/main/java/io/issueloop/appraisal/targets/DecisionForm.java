package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.targets.TargetRound.Decision;
import io.issueloop.kpi.Definitions;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the form 审批目标 says, whichever door it comes through. */
@Service
@Transactional(readOnly = true)
public class DecisionForm {

    public static final String ADOPT = "采用建议";
    public static final String CHANGE = "调整后采用";
    public static final String KEEP = "沿用现行目标";

    private static final Pattern LINE =
            Pattern.compile(
                    "[\\p{IsHan}\\s]*([A-Z]+\\d?)\\s*[:： =][\\s≥≤]*(\\d{1,6}(?:\\.\\d{1,4})?)\\s*[%\\p{IsHan}]*\\s*");

    private final TargetRounds rounds;
    private final Definitions definitions;

    DecisionForm(TargetRounds rounds, Definitions definitions) {
        this.rounds = rounds;
        this.definitions = definitions;
    }

    /**
     * @param choice one of the three words
     * @param lines of a change, one target a line such as {@code T1 92} or {@code 问题解决率 T1：92 %};
     *     what is not named is taken as suggested
     * @throws Refused with what cannot be read
     */
    public Decision read(Period from, String choice, String lines, String reason) {
        return switch (choice) {
            case ADOPT -> new Decision(suggested(from), reason);
            case KEEP -> new Decision(Map.of(), reason);
            case CHANGE -> {
                var targets = suggested(from);
                targets.putAll(changes(lines));
                yield new Decision(targets, reason);
            }
            default -> throw new Refused("请选择：采用建议、调整后采用或沿用现行目标");
        };
    }

    /** What the form shows above its fields, at most 500 characters. */
    public String summary(TargetRound round) {
        var kpis = definitions.version(round.baseVersion()).definitions();
        return TargetTexts.summary(round, rounds.suggestions(round.from()), kpis);
    }

    private Map<String, BigDecimal> suggested(Period from) {
        var targets = new TreeMap<String, BigDecimal>();
        rounds.suggestions(from).forEach(one -> targets.put(one.metric(), one.suggested()));
        return targets;
    }

    private static Map<String, BigDecimal> changes(String lines) {
        var targets = new TreeMap<String, BigDecimal>();
        lines.lines()
                .filter(line -> !line.isBlank())
                .forEach(
                        line -> {
                            var found = LINE.matcher(line);
                            if (!found.matches()) {
                                throw new Refused("看不懂“%s”，每行写一项，例如：T1 92".formatted(line.strip()));
                            }
                            targets.put(found.group(1), new BigDecimal(found.group(2)));
                        });
        if (targets.isEmpty()) {
            throw new Refused("请写明要调整的目标，每行一项，例如：T1 92");
        }
        return targets;
    }
}
