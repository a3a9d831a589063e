package io.issueloop.directory;

import io.issueloop.shared.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A member is away from one day to another, both inclusive, Asia/Shanghai (design.md §1: handlers
 * on leave get nothing new).
 *
 * @param substitute who may act on the member's behalf meanwhile
 */
public record Absence(
        long id,
        UserId user,
        LocalDate from,
        LocalDate to,
        Optional<UserId> substitute,
        UserId enteredBy) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
