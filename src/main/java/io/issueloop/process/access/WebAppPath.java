package io.issueloop.process.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The address of a request as an attacker may have meant it, not as it is written. */
final class WebAppPath {

    private static final Pattern TRICK =
            Pattern.compile(";|//|\\\\|%(2f|5c|00|25|3b|2e)|/\\.\\.?(/|$)");

    private WebAppPath() {}

    /** Whether the address is written in a way no page of ours ever writes it. */
    static boolean isTricky(HttpServletRequest request) {
        return TRICK.matcher(request.getRequestURI().toLowerCase(Locale.ROOT)).find();
    }

    /** Lower case, decoded until nothing changes, without parameters, dots and double slashes. */
    static String of(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        for (int i = 0; i < 5; i++) {
            path = decoded(path);
        }
        return path.toLowerCase(Locale.ROOT)
                .replace('\\', '/')
                .replaceAll(";[^/]*", "")
                .replaceAll("/(\\.?/)+", "/");
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
