package io.issueloop.approval;

import io.issueloop.directory.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Who has to agree and when they are asked again: what {@code decide_approval_level.dmn} answers.
 *
 * @param roles {@link Role#LEAD} and {@link Role#CTO}, in the order they are asked
 * @param remindAfter working time without a result until the approvers are reminded
 * @param substituteAfter … until a substitute may decide
 * @param escalateAfter … until the top is called
 */
public record ApprovalLevel(
        List<Role> roles,
        ApprovalRule rule,
        Duration remindAfter,
        Duration substituteAfter,
        Duration escalateAfter) {

    /**
     * @param label the table's word for roles: 负责人, CTO or both joined by 、
     * @throws IllegalArgumentException when the table answered something else
     */
    public static List<Role> roles(String label) {
        return Arrays.stream(label.split("、")).map(ApprovalLevel::role).toList();
    }

    private static Role role(String label) {
        return switch (label) {
            case "负责人" -> Role.LEAD;
            case "CTO" -> Role.CTO;
            default -> throw new IllegalArgumentException("unknown role: " + label);
        };
    }
}
