package io.issueloop.issue;

import io.issueloop.shared.UserId;
import java.util.Map;

/**
 * A member who may take an issue, with the numbers the choice rests on.
 *
 * @param open issues in hand: 待接单, 处理中, 已暂停
 * @param solvedHere issues of the same project solved in the last 90 days, counted up to 9
 * @param solvedLately issues solved in the last 7 days, counted up to 50
 * @param skilled whether administrators named the issue's category as one the member is good at
 */
record Candidate(UserId user, long open, long solvedHere, long solvedLately, boolean skilled) {

    Map<String, Object> numbers() {
        return Map.of(
                "user", user.value(),
                "open", open,
                "solvedHere", solvedHere,
                "solvedLately", solvedLately,
                "skilled", skilled);
    }
}
