package io.issueloop.web.api;

import io.issueloop.issue.Categories;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Bodies of what leads, handlers and reporters decide about an issue. */
final class CareRequests {

    private static final String TOO_LONG = "最多 {max} 字";

    private CareRequests() {}

    @Schema(description = "改派")
    record Reassign(
            @Schema(description = "新的处理人：userid 或唯一的姓名；不填由系统挑选") @Size(max = 64, message = TOO_LONG)
                    @Nullable String to,
            @Schema(description = "说明") @Size(max = 2000, message = TOO_LONG)
                    @Nullable String note) {

        String toText() {
            return text(to);
        }

        String noteText() {
            return text(note);
        }
    }

    @Schema(description = "更正或判定分类")
    record Category(
            @Schema(description = "分类：技术、流程、人员 或 工具") @NotBlank(message = "请选择分类") String category,
            @Schema(description = "子分类，可不填") @Size(max = 20, message = TOO_LONG)
                    @Nullable String subCategory,
            @Schema(description = "是否按更正后的分类改派（负责人，接单前）") @Nullable Boolean reassign) {

        String sub() {
            return text(subCategory);
        }

        Categories.Correction correction() {
            return new Categories.Correction(category, sub(), Boolean.TRUE.equals(reassign));
        }
    }

    @Schema(description = "分类异议")
    record Dispute(@Schema(description = "认为应是的分类，可不填") @Nullable String category) {

        String suggested() {
            return text(category);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
