package io.issueloop.process.quarter;

import io.issueloop.process.work.FormFields;
import io.issueloop.shared.Refused;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What the second of two people says in a form. */
record SecondOpinion(boolean agrees, String reason) {

    static SecondOpinion takenFrom(DelegateTask task) {
        var fields = FormFields.takenFrom(task);
        return switch (fields.text("secondOpinion")) {
            case "agree" -> new SecondOpinion(true, fields.text("secondReason"));
            case "refuse" -> new SecondOpinion(false, fields.text("secondReason"));
            default -> throw new Refused("请选择复核结果");
        };
    }
}
