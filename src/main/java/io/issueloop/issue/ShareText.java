package io.issueloop.issue;

import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shares as they are stored with a proposal: a JSON object of userids and decimals. */
final class ShareText {

    private static final Pattern ENTRY = Pattern.compile("\"([^\"]+)\": ?([0-9.]+)");

    private ShareText() {}

    static @Nullable String stored(Map<UserId, BigDecimal> shares) {
        return shares.isEmpty()
                ? null
                : shares.entrySet().stream()
                        .map(
                                one ->
                                        "\"%s\": %s"
                                                .formatted(
                                                        one.getKey(),
                                                        one.getValue().toPlainString()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Userids have no characters that JSON escapes. */
    static Map<UserId, BigDecimal> read(@Nullable String stored) {
        var shares = new LinkedHashMap<UserId, BigDecimal>();
        if (stored != null) {
            ENTRY.matcher(stored)
                    .results()
                    .forEach(
                            one ->
                                    shares.put(
                                            UserId.of(one.group(1)), new BigDecimal(one.group(2))));
        }
        return shares;
    }
}
