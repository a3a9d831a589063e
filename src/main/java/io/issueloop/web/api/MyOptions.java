package io.issueloop.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.issueloop.issue.Followers;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueEndings;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Proposal;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Reopenings;
import io.issueloop.issue.Unlinking;
import io.issueloop.shared.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which of these actions a person has with an issue now; the domain decides again when they do. */
@Component
class MyOptions {

    private final IssueEndings endings;
    private final Proposals proposals;
    private final Reopenings reopenings;
    private final Followers followers;
    private final Unlinking unlinking;
    private final Clock clock;

    MyOptions(
            IssueEndings endings,
            Proposals proposals,
            Reopenings reopenings,
            Followers followers,
            Unlinking unlinking,
            Clock clock) {
        this.endings = endings;
        this.proposals = proposals;
        this.reopenings = reopenings;
        this.followers = followers;
        this.unlinking = unlinking;
        this.clock = clock;
    }

    Options of(Issue issue, UserId user) {
        var isReporter = user.equals(issue.reporter());
        var isHandler = issue.handler().filter(user::equals).isPresent();
        var until = reopenings.until(issue);
        var isEarly = until.filter(clock.instant()::isBefore).isPresent();
        var joined = followers.of(issue.no()).stream().anyMatch(one -> one.user().equals(user));
        return new Options(
                isReporter && endings.canBeWithdrawn(issue),
                isReporter && isEarly ? until.map(Times::local).orElse(null) : null,
                isReporter && until.isPresent() && !isEarly,
                !isReporter && !isHandler && !joined && !issue.status().isEnd(),
                joined,
                proposals.openTo(issue, user).stream()
                        .map(kind -> new Choice(kind.name(), kind.label()))
                        .toList(),
                proposals.of(issue.no()).stream()
                        .filter(proposal -> proposals.mayDecide(proposal, user))
                        .map(Proposal::number)
                        .findFirst()
                        .orElse(null),
                unlinking.mayTakeBack(issue, user),
                unlinking.closedFor(issue).map(IssueNo::value).orElse(null));
    }

    @Schema(description = "此刻可用的操作")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Options(
            @Schema(description = "可以撤回") boolean withdraw,
            @Schema(description = "可以重新打开，直到这个时间；不可以时为 null") @Nullable OffsetDateTime reopenUntil,
            @Schema(description = "已超过 14 天：请提报新问题并注明复发") boolean reportAgain,
            @Schema(description = "可以点“我也遇到”") boolean join,
            @Schema(description = "已点过“我也遇到”") boolean joined,
            @Schema(description = "可以提议") List<Choice> propose,
            @Schema(description = "可以确认的提议的序号") @Nullable Integer decide,
            @Schema(description = "可以取消关联") boolean unlink,
            @Schema(description = "本问题因与它重复而关闭，取消与它的关联即重新打开；不是这样时为 null")
                    @Nullable String closedFor) {}

    record Choice(String kind, String label) {}
}
