package io.issueloop.model;

import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;

/**
 * What somebody did to a model, and why; never changed afterwards.
 *
 * @param from version before, 0 for a new model; with MIGRATED the version the instances were on
 * @param to the version that resulted, or the one the instances were brought to
 * @param changes what was different, in words
 */
public record ModelChange(
        Action action,
        ModelId model,
        int from,
        int to,
        UserId by,
        String reason,
        List<String> changes,
        Instant at) {

    /** The things that can be done. */
    public enum Action {
        DEPLOYED("部署"),
        ROLLED_BACK("退回旧版"),
        MIGRATED("迁移");

        private final String label;

        Action(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
