package io.issueloop.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page somebody asked for before they were signed on. It is kept in the session and is always a
 * path of this application, so the sign-on cannot be used to send people elsewhere.
 */
final class WantedPage {

    static final String HOME = "/";
    private static final String KEPT = WantedPage.class.getName();
    private static final int LONGEST = 2000;
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[^\\p{Cntrl}\\\\]*");
    private static final Pattern FRAGMENT = Pattern.compile("#[!-~&&[^\\\\<>\"]]{0,1000}");

    private WantedPage() {}

    /** Remembers the page this request asks for; only GETs can be asked for again. */
    static void keep(HttpServletRequest request) {
        var path = pathOf(request);
        if (isOwn(path)) {
            request.getSession(true).setAttribute(KEPT, path);
        }
    }

    /** Path and query as the browser sent them. */
    static String pathOf(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    static String of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (String) session.getAttribute(KEPT))
                .orElse(HOME);
    }

    static void forget(HttpSession session) {
        session.removeAttribute(KEPT);
    }

    /** Tasks, and what messages lead straight to, such as {@code /m/approve/…#reject}. */
    static boolean mayHaveFragment(String page) {
        return Stream.of("/camunda/", "/m/", "/issues/").anyMatch(page::startsWith);
    }

    /** The page with the fragment the browser kept to itself; anything odd is dropped. */
    static String withFragment(String page, String fragment) {
        return FRAGMENT.matcher(fragment).matches() ? page + fragment : page;
    }

    /** Whether this is a path of ours and nothing a browser reads as another host. */
    static boolean isOwn(String path) {
        return path.length() <= LONGEST && OWN_PATH.matcher(path).matches();
    }
}
