package io.issueloop.web.api;

import io.issueloop.issue.FollowUpActions;
import io.issueloop.issue.IssueNo;
import io.issueloop.knowledge.ArticleWriting;
import io.issueloop.shared.Refused;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do with an issue after it was resolved; each answers the issue as it is then. */
@RestController
@RequestMapping("/api/issues/{no}")
@Tag(name = "问题跟进")
class IssueFollowUpController {

    private final FollowUpActions actions;
    private final ArticleWriting writing;
    private final FollowUpViews views;
    private final IssueCalls calls;

    IssueFollowUpController(
            FollowUpActions actions,
            ArticleWriting writing,
            FollowUpViews views,
            IssueCalls calls) {
        this.actions = actions;
        this.writing = writing;
        this.views = views;
        this.calls = calls;
    }

    @GetMapping("/follow-ups")
    @Operation(summary = "解决之后还有什么要做", description = "以及我可以做哪些。")
    FollowUpView followUps(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        return views.of(calls.existing(no), caller.userId());
    }

    @PostMapping("/solution")
    @Operation(summary = "补充方案", description = "补写还缺的原因、方案、验证；留空的保持不变。")
    IssueView solution(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody FollowUpRequests.Rest body) {
        return calls.act(
                caller,
                no,
                issue -> actions.completeSolution(issue, caller.userId(), body.solution()));
    }

    @PostMapping("/own-solution")
    @Operation(summary = "确认自解决", description = "由提报人以外的人确认；令牌不能代办。")
    IssueView ownSolution(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody FollowUpRequests.OwnSolution body) {
        return calls.act(caller, no, issue -> ownSolution(issue, caller, body));
    }

    private void ownSolution(IssueNo issue, Caller caller, FollowUpRequests.OwnSolution body) {
        if (body.isSolved()) {
            actions.confirmOwn(issue, caller.userId());
        } else if (body.reasonText().isBlank()) {
            throw new Refused("请说明哪里没有解决，处理人会据此继续处理");
        } else {
            actions.rejectOwn(issue, caller.userId(), body.reasonText());
        }
    }

    @PostMapping("/rating")
    @Operation(summary = "修改评价", description = "截止前提报人可以修改；令牌不能代为评价。")
    IssueView rating(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody FollowUpRequests.Rating body) {
        return calls.act(
                caller, no, issue -> actions.changeRating(issue, caller.userId(), body.change()));
    }

    @PostMapping("/rating-follow-up")
    @Operation(summary = "回访低分评价", description = "由团队负责人回访；令牌不能代办。")
    IssueView ratingFollowUp(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody FollowUpRequests.RatingFollowUp body) {
        return calls.act(
                caller,
                no,
                issue ->
                        actions.followUpRating(
                                issue, caller.userId(), body.resultCode(), body.noteText()));
    }

    @PostMapping("/article")
    @Operation(summary = "写成知识文章", description = "已有文章时返回它的编号。")
    FollowUpView.ArticleRef article(
            @AuthenticationPrincipal Caller caller, @PathVariable String no) {
        var articleNo = writing.draft(calls.existing(no).no(), caller.userId());
        return new FollowUpView.ArticleRef(articleNo.value(), null, null);
    }
}
