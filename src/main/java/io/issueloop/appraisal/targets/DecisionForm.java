package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.targets.TargetRound.Decision;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
            Pattern.compile("\\s*([A-Z]+\\d?)\\s*[:： =]\\s*(\\d{1,6}(?:\\.\\d{1,4})?)\\s*");

    private final TargetRounds rounds;

    DecisionForm(TargetRounds rounds) {
        this.rounds = rounds;
    }

    /**
     * @param choice one of the three words
     * @param lines of a change, one target a line such as {@code T1 92}; what is not named is taken
     *     as suggested
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
        var lines =
                rounds.suggestions(round.from()).stream()
                        .map(
                                one ->
                                        "%s：%s → %s（%s）"
                                                .formatted(
                                                        one.metric(),
                                                        one.present().toPlainString(),
                                                        one.suggested().toPlainString(),
                                                        one.move().label()))
                        .collect(Collectors.joining("\n"));
        return "%s的目标，依据与意见见目标管理页 /admin/targets\n%s".formatted(round.from().label(), lines);
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
