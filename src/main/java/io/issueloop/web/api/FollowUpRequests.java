package io.issueloop.web.api;

import io.issueloop.issue.RatingChange;
import io.issueloop.issue.Solution;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bodies of what follows a resolution; a text is at most 2,000 characters. */
final class FollowUpRequests {

    private static final int LONGEST = 2000;
    private static final String TOO_LONG = "最多 {max} 字";

    private FollowUpRequests() {}

    @Schema(description = "补充方案")
    record Rest(
            @Schema(description = "原因") @Size(max = LONGEST, message = TOO_LONG)
                    @Nullable String cause,
            @Schema(description = "方案") @Size(max = LONGEST, message = TOO_LONG)
                    @Nullable String measures,
            @Schema(description = "验证") @Size(max = LONGEST, message = TOO_LONG)
                    @Nullable String verification) {

        Solution solution() {
            return new Solution(
                    orEmpty(cause).strip(),
                    orEmpty(measures).strip(),
                    orEmpty(verification).strip());
        }
    }

    @Schema(description = "确认自解决")
    record OwnSolution(
            @Schema(description = "是否真正解决；否则问题重开") @NotNull(message = "请选择是否已解决")
                    @Nullable Boolean solved,
            @Schema(description = "哪里没有解决") @Size(max = LONGEST, message = TOO_LONG)
                    @Nullable String reason) {

        boolean isSolved() {
            return Boolean.TRUE.equals(solved);
        }

        String reasonText() {
            return orEmpty(reason);
        }
    }

    @Schema(description = "修改评价")
    record Rating(
            @Schema(description = "满意度 1–5 星")
                    @NotNull(message = "请选择 1–5 星")
                    @Min(value = 1, message = "满意度为 1–5 星")
                    @Max(value = 5, message = "满意度为 1–5 星")
                    @Nullable Integer stars,
            @Schema(description = "评语") @Size(max = LONGEST, message = TOO_LONG)
                    @Nullable String comment,
            @Schema(description = "填写时已有几次评价（ratings）；之后又有修改时不覆盖，而是提醒") @Nullable Integer seen) {

        RatingChange change() {
            return new RatingChange(
                    stars == null ? 0 : stars, orEmpty(comment), Optional.ofNullable(seen));
        }
    }

    @Schema(description = "回访低分评价")
    record RatingFollowUp(
            @Schema(description = "understood 理解、improving 安排改进 或 unreached 未联系上")
                    @NotBlank(message = "请选择回访结果")
                    @Nullable String result,
            @Schema(description = "回访情况")
                    @NotBlank(message = "请写下回访情况")
                    @Size(max = LONGEST, message = TOO_LONG)
                    @Nullable String note) {

        String resultCode() {
            return orEmpty(result);
        }

        String noteText() {
            return orEmpty(note);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
