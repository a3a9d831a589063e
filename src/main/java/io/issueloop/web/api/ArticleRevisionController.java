package io.issueloop.web.api;

import io.issueloop.knowledge.Article;
import io.issueloop.knowledge.ArticleNo;
import io.issueloop.knowledge.ArticleRevisions;
import io.issueloop.knowledge.Articles;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of published articles: revisions, earlier versions, withdrawal. */
@RestController
@RequestMapping("/api/articles/{no}")
@Tag(name = "知识库")
class ArticleRevisionController {

    private final Articles articles;
    private final ArticleRevisions revisions;
    private final ArticleViews views;

    ArticleRevisionController(Articles articles, ArticleRevisions revisions, ArticleViews views) {
        this.articles = articles;
        this.revisions = revisions;
        this.views = views;
    }

    @PostMapping("/revision")
    @Operation(summary = "修订", description = "作者或负责人；返回修订稿，通过另一人审核后替换原文。已有修订稿时返回它。")
    ArticleView revise(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        var revision = revisions.begin(existing(caller, no).no(), caller.userId());
        return views.of(existing(caller, revision.value()), caller.userId());
    }

    @PostMapping("/withdrawal")
    @Operation(summary = "撤下", description = "作者或负责人，写明原因；对修订稿则是放弃修订。")
    ArticleView withdraw(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody Withdrawal body) {
        revisions.withdraw(existing(caller, no).no(), caller.userId(), body.reason());
        return views.of(existing(caller, no), caller.userId());
    }

    @GetMapping("/editions")
    @Operation(summary = "以前的版本", description = "最早的在前。")
    List<EditionView> editions(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        return revisions.editions(existing(caller, no).no()).stream()
                .map(
                        one ->
                                new EditionView(
                                        one.number(),
                                        one.text().title(),
                                        one.text().problem(),
                                        one.text().cause(),
                                        one.text().solution(),
                                        one.text().verification(),
                                        Times.local(one.replacedAt())))
                .toList();
    }

    private Article existing(Caller caller, String no) {
        return Optional.of(no)
                .filter(ArticleNo::isArticleNo)
                .map(ArticleNo::of)
                .flatMap(known -> articles.find(known, caller.userId()))
                .orElseThrow(() -> new NotFound("没有编号为“%s”的文章".formatted(no)));
    }

    @Schema(description = "撤下")
    record Withdrawal(@Schema(description = "原因") @NotBlank(message = "请写明原因") String reason) {}

    @Schema(description = "以前的一个版本")
    record EditionView(
            int edition,
            String title,
            String problem,
            String cause,
            String solution,
            String verification,
            @Schema(description = "何时被替换") OffsetDateTime replacedAt) {}
}
