package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Followers;
import io.issueloop.issue.IssueLinks;
import io.issueloop.issue.Unlinking;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an issue has to do with other issues and other people. */
@RestController
@RequestMapping("/api/issues/{no}")
@Tag(name = "相关的问题与人")
class IssueRelationController {

    private final IssueCalls calls;
    private final IssueLinks links;
    private final Unlinking unlinking;
    private final Followers followers;
    private final MyOptions options;
    private final Directory directory;

    IssueRelationController(
            IssueCalls calls,
            IssueLinks links,
            Unlinking unlinking,
            Followers followers,
            MyOptions options,
            Directory directory) {
        this.calls = calls;
        this.links = links;
        this.unlinking = unlinking;
        this.followers = followers;
        this.options = options;
        this.directory = directory;
    }

    @GetMapping("/links")
    @Operation(summary = "关联的问题", description = "经负责人确认的重复与复发，两个方向。")
    List<LinkView> links(@PathVariable String no) {
        return links.of(calls.existing(no).no()).stream().map(LinkView::of).toList();
    }

    @PostMapping("/unlink")
    @Operation(summary = "取消关联", description = "仅负责人本人登录后可用；因重复而关闭的问题随之重新打开，关闭期间不计时。")
    IssueView unlink(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ProposalRequests.Unlink body) {
        var other = calls.existing(body.target()).no();
        return calls.act(
                caller,
                no,
                issue -> unlinking.takeBack(issue, other, caller.userId(), body.reason()));
    }

    @PostMapping("/join")
    @Operation(summary = "我也遇到", description = "解决或结束时会收到通知；重复调用无妨，不算提报。")
    IssueView join(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        return calls.act(caller, no, issue -> followers.join(issue, caller.userId()));
    }

    @GetMapping("/followers")
    @Operation(summary = "也遇到的人", description = "点过“我也遇到”的人，以及已确认重复的问题的提报人。")
    List<FollowerView> followers(@PathVariable String no) {
        return followers.of(calls.existing(no).no()).stream()
                .map(
                        one ->
                                new FollowerView(
                                        one.user().value(),
                                        directory.name(one.user()),
                                        one.because().name(),
                                        Times.local(one.since())))
                .toList();
    }

    @GetMapping("/options")
    @Operation(summary = "我可以做什么", description = "当前登录者或令牌所代表成员，此刻可用的操作。")
    MyOptions.Options options(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        return options.of(calls.existing(no), caller.userId());
    }

    @Schema(description = "关联的问题")
    record LinkView(
            @Schema(description = "另一个问题的编号") String issueNo,
            String title,
            String status,
            @Schema(description = "DUPLICATE_REPORT 重复提报 / RECURRENCE 复发") String kind,
            @Schema(description = "true：本问题重复或复发了另一个；false：另一个重复或复发了本问题") boolean outgoing) {

        static LinkView of(IssueLinks.Link link) {
            return new LinkView(
                    link.other().no().value(),
                    link.other().title(),
                    link.other().status().label(),
                    link.kind().name(),
                    link.outgoing());
        }
    }

    @Schema(description = "也遇到的人")
    record FollowerView(
            String userId,
            String name,
            @Schema(description = "JOINED 我也遇到 / DUPLICATE 提报过重复的问题") String because,
            OffsetDateTime since) {}
}
