package io.issueloop.approval;

import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody said about a major issue; never changed afterwards.
 *
 * @param key tells it apart for ever: the same opinion seen twice counts once
 * @param onBehalfOf the approver it stands for, where that is somebody else
 * @param comment empty where nothing was written
 */
public record Opinion(
        String key,
        UserId by,
        Optional<UserId> onBehalfOf,
        Kind kind,
        Door door,
        String comment,
        Instant at) {

    /** What was done. */
    public enum Kind {
        AGREED("同意"),
        REJECTED("驳回"),
        TRANSFERRED("转审"),
        SENT_BACK("退回"),
        SIGNER_ADDED("加签"),
        PASSED_ON("转交"),
        /** Agreement of somebody who reported or would handle it: it does not count. */
        DISREGARDED("同意（不计）");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Where it was said. */
    public enum Door {
        WECOM("企业微信审批"),
        PAGE("审批页面"),
        CARD("审批卡片"),
        TASKLIST("Tasklist");

        private final String label;

        Door(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whose voice it is. */
    public UserId standsFor() {
        return onBehalfOf.orElse(by);
    }
}
