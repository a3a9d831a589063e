package io.issueloop.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bodies of the actions; a text is at most 2,000 characters, as in the forms (design.md §4). */
final class ActionRequests {

    private static final int LONGEST = 2000;
    private static final String TOO_LONG = "最多 {max} 字";

    private ActionRequests() {}

    @Schema(description = "退回误派")
    record Refuse(
            @Schema(description = "原因")
                    @NotBlank(message = "请填写退回原因")
                    @Size(max = LONGEST, message = TOO_LONG)
                    String reason) {}

    @Schema(description = "需要信息")
    record Question(
            @Schema(description = "要问提报人的问题")
                    @NotBlank(message = "请写明需要什么信息")
                    @Size(max = LONGEST, message = TOO_LONG)
                    String question) {}

    @Schema(description = "补充信息")
    record Answer(
            @Schema(description = "回答")
                    @NotBlank(message = "请填写补充的信息")
                    @Size(max = LONGEST, message = TOO_LONG)
                    String answer) {}

    @Schema(description = "转交")
    record HandOver(
            @Schema(description = "接手人：userid 或唯一的姓名")
                    @NotBlank(message = "请填写接手人")
                    @Size(max = 64, message = TOO_LONG)
                    String to,
            @Schema(description = "说明") @Size(max = LONGEST, message = TOO_LONG)
                    @Nullable String note) {

        String noteText() {
            return orEmpty(note);
        }
    }

    @Schema(description = "解决方案")
    record Resolve(
            @Schema(description = "原因") @Size(max = LONGEST, message = TOO_LONG)
                    @Nullable String cause,
            @Schema(description = "方案")
                    @NotBlank(message = "请填写解决方案")
                    @Size(max = LONGEST, message = TOO_LONG)
                    String measures,
            @Schema(description = "验证") @Size(max = LONGEST, message = TOO_LONG)
                    @Nullable String verification) {

        String causeText() {
            return orEmpty(cause);
        }

        String verificationText() {
            return orEmpty(verification);
        }
    }

    @Schema(description = "评价解决效果")
    record Evaluate(
            @Schema(description = "是否已解决；否则问题重开") @NotNull(message = "请选择是否已解决")
                    @Nullable Boolean solved,
            @Schema(description = "评分 1–5 星，可不填")
                    @Min(value = 1, message = "满意度为 1–5 星")
                    @Max(value = 5, message = "满意度为 1–5 星")
                    @Nullable Integer stars,
            @Schema(description = "评语；未解决时必填") @Size(max = LONGEST, message = TOO_LONG)
                    @Nullable String comment) {

        boolean isSolved() {
            return Boolean.TRUE.equals(solved);
        }

        Optional<Integer> starsGiven() {
            return Optional.ofNullable(stars);
        }

        String commentText() {
            return orEmpty(comment);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
