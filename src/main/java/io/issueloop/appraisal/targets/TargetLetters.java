package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.targets.TargetNoticeEffect.Kind;
import io.issueloop.appraisal.targets.TargetTexts.Text;
import io.issueloop.directory.Directory;
import io.issueloop.kpi.Definitions;
import io.issueloop.shared.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Fills the texts about a round with what stands in the tables now. */
@Component
class TargetLetters {

    private final TargetRounds rounds;
    private final TargetLog log;
    private final Definitions definitions;
    private final Directory directory;

    TargetLetters(
            TargetRounds rounds, TargetLog log, Definitions definitions, Directory directory) {
        this.rounds = rounds;
        this.log = log;
        this.definitions = definitions;
        this.directory = directory;
    }

    List<UserId> acknowledged(TargetRound round) {
        return log.acknowledged(round.from());
    }

    Text text(TargetRound round, Kind kind) {
        return switch (kind) {
            case COMMENT -> TargetTexts.comment(round, rounds.suggestions(round.from()));
            case DECIDE, DECIDE_REMINDER ->
                    TargetTexts.decide(round, log.comments(round.from()).size());
            case PUBLISHED ->
                    TargetTexts.published(
                            round,
                            rounds.decidedTargets(round.from()),
                            definitions.at(round.from()).definitions());
            case ACKNOWLEDGE_REMINDER -> TargetTexts.acknowledge(round);
            case KEPT -> TargetTexts.kept(round);
            case IN_FORCE -> TargetTexts.inForce(round, unacknowledged(round));
        };
    }

    private int unacknowledged(TargetRound round) {
        var done = acknowledged(round);
        return (int)
                directory.members().stream().filter(who -> !done.contains(who.userId())).count();
    }
}
