package io.issueloop.web.api;

import io.issueloop.knowledge.ArticleText;
import io.issueloop.knowledge.ArticleWriting;
import io.issueloop.knowledge.Authors;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies about articles. */
final class ArticleRequests {

    private ArticleRequests() {}

    @Schema(description = "文章内容")
    record Edit(
            @Schema(description = "读到的版本") int version,
            @Schema(description = "标题，最多 80 字") @Nullable String title,
            @Schema(description = "问题") @Nullable String problem,
            @Schema(description = "原因") @Nullable String cause,
            @Schema(description = "方案") @Nullable String solution,
            @Schema(description = "验证") @Nullable String verification,
            @Schema(description = "标签，最多 5 个") @Nullable List<String> tags,
            @Schema(description = "作者与份额，和为 1") @NotNull(message = "请填写作者")
                    @Nullable List<Author> authors) {

        ArticleWriting.Content content() {
            return new ArticleWriting.Content(
                    new ArticleText(
                            orEmpty(title),
                            orEmpty(problem),
                            orEmpty(cause),
                            orEmpty(solution),
                            orEmpty(verification),
                            tags == null ? List.of() : tags),
                    shares());
        }

        private Authors shares() {
            var shares = new LinkedHashMap<UserId, BigDecimal>();
            for (var author : authors == null ? List.<Author>of() : authors) {
                if (shares.put(author.user(), author.given()) != null) {
                    throw new Refused("作者 %s 重复了".formatted(author.userId()));
                }
            }
            return new Authors(shares);
        }
    }

    @Schema(description = "一位作者")
    record Author(
            @Schema(description = "userid") @Nullable String userId,
            @Schema(description = "份额，0–1", example = "0.5") @Nullable BigDecimal share) {

        UserId user() {
            try {
                return UserId.of(orEmpty(userId));
            } catch (IllegalArgumentException notAUser) {
                throw new Refused("找不到作者“%s”".formatted(orEmpty(userId)));
            }
        }

        BigDecimal given() {
            return share == null ? BigDecimal.ZERO : share;
        }
    }

    @Schema(description = "审核")
    record Review(
            @Schema(description = "通过；否则退回修改") @NotNull(message = "请选择通过或退回修改")
                    @Nullable Boolean approved,
            @Schema(description = "审核意见；退回时必填") @Nullable String comment) {

        boolean isApproved() {
            return Boolean.TRUE.equals(approved);
        }

        String commentText() {
            return orEmpty(comment);
        }
    }

    @Schema(description = "有帮助")
    record Useful(
            @Schema(description = "true 有帮助，false 取消") @NotNull(message = "请说明是否有帮助")
                    @Nullable Boolean useful) {

        boolean isUseful() {
            return Boolean.TRUE.equals(useful);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
