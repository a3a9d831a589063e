package io.issueloop.appraisal;

import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a quarter; never changed afterwards.
 *
 * @param revision the one being prepared, or the one that is locked
 * @param reason empty where none is asked for
 * @param fingerprint of the numbers the actor had before them
 */
public record QuarterEvent(
        Period quarter,
        Type type,
        int revision,
        UserId actor,
        String reason,
        Optional<String> fingerprint,
        Instant at) {

    /** What happened; the label is what people read. */
    public enum Type {
        ENDED("季度结束，开始考核"),
        MOVED("工作日历更新，截止日调整"),
        CUT_OFF("数据截止，完成试算"),
        CHECKED("季末核对完成"),
        PUBLISHED("公示，开始受理申诉"),
        SIGNED("申请锁定"),
        RETURNED("复核退回"),
        LOCKED("复核同意，锁定"),
        ARCHIVED("归档"),
        REOPEN_ASKED("申请重新打开"),
        REOPEN_REFUSED("不同意重新打开"),
        REOPENED("重新打开");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
