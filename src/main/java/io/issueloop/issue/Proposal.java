package io.issueloop.issue;

import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something a person proposes about an issue.
 *
 * @param number counts the proposals of one issue from 1
 * @param target the other issue of a duplicate or recurrence
 * @param urgency what the urgency is to become
 * @param shares of those who worked on it, sum 1; empty unless that is proposed
 * @param reviewer who is asked to confirm it
 * @param decidedBy empty while it is open, and where the issue ended before it was decided
 */
public record Proposal(
        IssueNo issueNo,
        int number,
        ProposalKind kind,
        UserId proposedBy,
        Instant proposedAt,
        String reason,
        Optional<IssueNo> target,
        Optional<Urgency> urgency,
        Map<UserId, BigDecimal> shares,
        UserId reviewer,
        State state,
        Optional<UserId> decidedBy,
        String decisionReason) {

    /** What became of it. */
    public enum State {
        OPEN("待确认"),
        AGREED("已同意"),
        DECLINED("已驳回"),
        OBSOLETE("已失效");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** 张伟 0.6、刘洋 0.4; empty where no shares are proposed. */
    public String sharesText(Function<UserId, String> names) {
        return shares.entrySet().stream()
                .map(
                        one ->
                                names.apply(one.getKey())
                                        + " "
                                        + one.getValue().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("、"));
    }

    /** In words: 重复提报（ISS-…）, 调整紧急程度为“高”, 无效. */
    public String title() {
        return switch (kind) {
            case DUPLICATE, RECURRENCE ->
                    kind.label() + target.map(other -> "（" + other + "）").orElse("");
            case URGENCY ->
                    kind.label() + urgency.map(level -> "为“" + level.label() + "”").orElse("");
            default -> kind.label();
        };
    }
}
