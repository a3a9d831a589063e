package io.issueloop.directory;

import io.issueloop.shared.UserId;
import java.time.Instant;

/**
 * One thing an administrator says differently from WeCom.
 *
 * @param subject a team's id, a userid or a project, by kind
 * @param value a userid, yes or no, a team's id, or categories joined by commas, by kind
 */
public record Adjustment(Kind kind, String subject, String value, UserId setBy, Instant setAt) {

    public static final String YES = "yes";
    public static final String NO = "no";

    /** What can be said. */
    public enum Kind {
        /** Team → its lead; the root team's is the CTO. */
        LEAD,
        /** Member → whether they handle issues. */
        HANDLER,
        /** Member → whether they are KPI 管理员. */
        KPI_ADMIN,
        /** Member → whether they are 流程管理员. */
        PROCESS_ADMIN,
        /** Project → the team that owns it. */
        PROJECT,
        /** Member → categories they are good at. */
        SKILL
    }
}
