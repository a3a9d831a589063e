package io.issueloop.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the editor sends. */
final class ModelRequests {

    private ModelRequests() {}

    /**
     * A draft.
     *
     * @param content the whole file
     * @param base version it was made from, 0 for a new model
     */
    record Draft(@Nullable String content, int base, @Nullable String reason) {

        String text() {
            if (content == null || content.isBlank()) {
                throw new InvalidRequest("缺少 content：模型文件的全文");
            }
            return content;
        }
    }

    /** A model that is to be. */
    record Begin(@Nullable String name, @Nullable String documentation) {

        String called() {
            return reason(name);
        }

        String said() {
            return reason(documentation);
        }
    }

    /** Back to an earlier version. */
    record RollBack(int version, int base, @Nullable String reason) {}

    /** Values for a decision. */
    record Values(
            @Nullable String content,
            @Nullable String decision,
            @Nullable Map<String, Object> values) {}

    /**
     * Instances to be moved; none named means all of the version.
     *
     * @param mapping steps the other version does not have, and the one of it people go on in; a
     *     step left empty stays
     */
    record Move(
            int from,
            int to,
            @Nullable List<String> instances,
            @Nullable List<String> except,
            @Nullable Map<String, @Nullable String> mapping,
            @Nullable String reason) {

        /** Those somebody chose for. */
        Map<String, String> chosen() {
            var chosen = new LinkedHashMap<String, String>();
            Optional.ofNullable(mapping)
                    .orElse(Map.of())
                    .forEach(
                            (from, to) -> {
                                if (to != null && !to.isBlank()) {
                                    chosen.put(from, to);
                                }
                            });
            return chosen;
        }
    }

    static String reason(@Nullable String reason) {
        return reason == null ? "" : reason;
    }
}
