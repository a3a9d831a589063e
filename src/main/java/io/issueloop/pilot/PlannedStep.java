package io.issueloop.pilot;

import io.issueloop.shared.Refused;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is planned for a step.
 *
 * @param beginsOn first day, Asia/Shanghai; empty: not planned
 * @param endsOn last day
 * @param responsible who sees to it, as people say it
 */
public record PlannedStep(
        PilotStep step,
        Optional<LocalDate> beginsOn,
        Optional<LocalDate> endsOn,
        String responsible,
        String note,
        boolean done) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NOTE = 500;

    /**
     * @throws Refused when the days are the wrong way round or a text is too long
     */
    public PlannedStep {
        if (beginsOn.isPresent()
                && endsOn.filter(end -> end.isBefore(beginsOn.orElseThrow())).isPresent()) {
            throw new Refused("结束日期早于开始日期，请改正后保存");
        }
        if (responsible.length() > LONGEST_NAME) {
            throw new Refused("负责的人请控制在 %d 字以内".formatted(LONGEST_NAME));
        }
        if (note.length() > LONGEST_NOTE) {
            throw new Refused("说明请控制在 %d 字以内".formatted(LONGEST_NOTE));
        }
    }

    static PlannedStep unplanned(PilotStep step) {
        return new PlannedStep(step, Optional.empty(), Optional.empty(), "", "", false);
    }
}
