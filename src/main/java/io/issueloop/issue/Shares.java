package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Shares of those who solved an issue together (kpi.md §4 P1): proposed by the handler of record,
 * sum 1, agreed by the lead before the cut-off of the quarter it was resolved in.
 */
@Component
class Shares {

    private static final int MOST = 8;

    private final IssueLog events;
    private final Directory directory;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Shares(IssueLog events, Directory directory, WorkingCalendar calendar, Clock clock) {
        this.events = events;
        this.directory = directory;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** While it is handled, and once resolved until the quarter's cut-off. */
    boolean canBeAgreed(Issue issue) {
        return switch (issue.status()) {
            case HANDLING, PAUSED -> true;
            case RESOLVED, CLOSED ->
                    issue.resolvedAt()
                            .filter(at -> clock.instant().isBefore(cutOff(at)))
                            .isPresent();
            default -> false;
        };
    }

    /**
     * @param lines one a line: userid or unique name；share
     * @throws Refused when they do not add up, or name nobody
     */
    Map<UserId, BigDecimal> read(Issue issue, String lines) {
        var shares = new LinkedHashMap<UserId, BigDecimal>();
        for (var line : lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            var parts = line.split("\\s*[；;:：,，\\s]\\s*");
            if (parts.length != 2 || !parts[1].matches("0?\\.\\d{1,4}|1(\\.0{1,4})?")) {
                throw new Refused("份额请一人一行，写成“姓名；份额”，例如：张伟；0.6");
            }
            var share = new BigDecimal(parts[1]);
            if (share.signum() == 0 || shares.put(person(parts[0]), share) != null) {
                throw new Refused("“%s”写了两次，或份额为 0".formatted(parts[0]));
            }
        }
        if (shares.size() < 2 || shares.size() > MOST) {
            throw new Refused("请填写 2–%d 位共同处理的人及各自的份额".formatted(MOST));
        }
        var sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw new Refused("份额合计应为 1，现在是 " + sum.stripTrailingZeros().toPlainString());
        }
        if (issue.handler().filter(shares::containsKey).isEmpty()) {
            throw new Refused("处理人本人也要有份额");
        }
        return shares;
    }

    void carryOut(Issue issue, Proposal proposal, UserId lead) {
        if (!canBeAgreed(issue)) {
            throw new Refused("已过该季度的截止日，份额不能再变");
        }
        events.append(
                issue,
                IssueEventType.SHARES_AGREED,
                lead,
                clock.instant(),
                Map.of(
                        "shares",
                        payload(proposal.shares()),
                        "proposedBy",
                        proposal.proposedBy().value()));
    }

    static Map<String, BigDecimal> payload(Map<UserId, BigDecimal> shares) {
        var payload = new LinkedHashMap<String, BigDecimal>();
        shares.forEach((who, share) -> payload.put(who.value(), share));
        return payload;
    }

    private UserId person(String name) {
        return directory
                .called(name)
                .map(Member::userId)
                .orElseThrow(() -> new Refused("找不到成员“%s”，请填写唯一的姓名或 userid".formatted(name)));
    }

    /** End of the quarter plus five working days (kpi.md §9). */
    private Instant cutOff(Instant resolvedAt) {
        var day = LocalDate.ofInstant(resolvedAt, Zones.REPORTING);
        var end = day.withDayOfMonth(1).plusMonths(3 - (day.getMonthValue() - 1) % 3);
        return calendar.addWork(
                end.atStartOfDay(Zones.REPORTING).toInstant(),
                WorkingCalendar.WORKING_DAY.multipliedBy(5));
    }
}
