package io.issueloop.web.api;

import io.issueloop.knowledge.Article;
import io.issueloop.knowledge.ArticleNo;
import io.issueloop.knowledge.ArticleWriting;
import io.issueloop.knowledge.Articles;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The knowledge base. Whether somebody may is for the article to say; a refusal is status 422 with
 * its sentence. What a reader must not see does not exist for them.
 */
@RestController
@RequestMapping("/api/articles")
@Tag(name = "知识库")
class ArticleController {

    private static final int MOST = 100;

    private final Articles articles;
    private final ArticleWriting writing;
    private final ArticleViews views;

    ArticleController(Articles articles, ArticleWriting writing, ArticleViews views) {
        this.articles = articles;
        this.writing = writing;
        this.views = views;
    }

    @GetMapping
    @Operation(summary = "搜索已发布的文章", description = "q 中的每个词都要出现；标题命中的在前。")
    ArticleView.Page search(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > MOST) {
            throw new InvalidRequest("page 从 0 开始，size 为 1–%d".formatted(MOST));
        }
        var found = articles.search(q, page, size);
        return new ArticleView.Page(
                found.items().stream().map(article -> views.line(article)).toList(), found.total());
    }

    @GetMapping("/mine")
    @Operation(summary = "我在写的和等我审核的文章")
    List<ArticleView.Line> mine(@AuthenticationPrincipal Caller caller) {
        return articles.mine(caller.userId()).stream().map(views::line).toList();
    }

    @GetMapping("/suggestions")
    @Operation(summary = "可能解答一段描述的文章", description = "最多 3 篇，没有就是空的。")
    List<ArticleView.Line> suggestions(@RequestParam(defaultValue = "") String text) {
        return articles.suggestFor(text).stream().map(views::line).toList();
    }

    @GetMapping("/{no}")
    @Operation(summary = "查看一篇文章")
    ArticleView get(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        return views.of(existing(caller, no), caller.userId());
    }

    @PostMapping("/{no}")
    @Operation(summary = "修改草稿", description = "仅作者；version 为读到的版本，有人先改过则被拒绝。")
    ArticleView edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ArticleRequests.Edit body) {
        var article = existing(caller, no);
        writing.edit(article.no(), caller.userId(), body.version(), body.content());
        return views.of(existing(caller, no), caller.userId());
    }

    @PostMapping("/{no}/submit")
    @Operation(summary = "提交审核", description = "由作者以外的人审核。")
    ArticleView submit(@AuthenticationPrincipal Caller caller, @PathVariable String no) {
        writing.submit(existing(caller, no).no(), caller.userId());
        return views.of(existing(caller, no), caller.userId());
    }

    @PostMapping("/{no}/review")
    @Operation(summary = "审核", description = "通过或退回修改；仅本人登录后可用，令牌不能代为审核。")
    ArticleView review(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ArticleRequests.Review body) {
        var articleNo = existing(caller, no).no();
        writing.review(articleNo, caller.userId(), body.isApproved(), body.commentText());
        return views.of(existing(caller, no), caller.userId());
    }

    @PostMapping("/{no}/useful")
    @Operation(summary = "有帮助", description = "每人一次，可以取消。")
    ArticleView useful(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String no,
            @Valid @RequestBody ArticleRequests.Useful body) {
        articles.markUseful(existing(caller, no).no(), caller.userId(), body.isUseful());
        return views.of(existing(caller, no), caller.userId());
    }

    private Article existing(Caller caller, @Parameter(description = "文章编号") String no) {
        return Optional.of(no)
                .filter(ArticleNo::isArticleNo)
                .flatMap(known -> articles.find(ArticleNo.of(known), caller.userId()))
                .orElseThrow(() -> new NotFound("没有编号为“%s”的文章".formatted(no)));
    }
}
