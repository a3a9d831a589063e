package io.issueloop.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens of scripts, {@code ISSUELOOP_API_TOKENS}: {@code name:token}, with other than the default
 * scopes {@code name:token:issues metrics}.
 *
 * @param apiTokens the entries; a token holds no colon; a malformed entry stops the start
 */
@ConfigurationProperties("issueloop")
record ApiTokens(@DefaultValue List<String> apiTokens) {

    static final Set<String> DEFAULT_SCOPES = Set.of("issues", "kpi:read");
    private static final Set<String> SCOPES = Set.of("issues", "kpi:read", "metrics");

    ApiTokens {
        apiTokens.forEach(ApiTokens::parse);
    }

    /** The token's name and scopes. All entries are compared, in constant time. */
    Optional<Grant> find(String token) {
        var wanted = digest(token);
        var found = Optional.<Grant>empty();
        for (var entry : apiTokens) {
            var grant = parse(entry);
            if (MessageDigest.isEqual(grant.digest(), wanted)) {
                found = Optional.of(grant);
            }
        }
        return found;
    }

    private static Grant parse(String entry) {
        var parts = entry.strip().split(":", 3);
        var scopes = parts.length == 3 ? Set.of(parts[2].strip().split("\\s+")) : DEFAULT_SCOPES;
        if (parts.length < 2
                || parts[0].isBlank()
                || parts[1].isBlank()
                || !SCOPES.containsAll(scopes)) {
            throw new IllegalArgumentException(
                    "ISSUELOOP_API_TOKENS 的每一项应为 名称:令牌（令牌不含冒号），" + "可加 :范围，范围为 " + SCOPES);
        }
        return new Grant(parts[0].strip(), digest(parts[1].strip()), scopes);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps no secrets in logs: the entries are not printed. */
    @Override
    public String toString() {
        return "ApiTokens[" + apiTokens.size() + "]";
    }

    /** What a token allows. */
    @SuppressWarnings("ArrayRecordComponent")
    record Grant(String name, byte[] digest, Set<String> scopes) {}
}
