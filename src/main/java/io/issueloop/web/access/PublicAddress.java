package io.issueloop.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where people reach the application.
 *
 * @param publicUrl {@code ISSUELOOP_PUBLIC_URL}; while it names this machine only, the address in
 *     the browser is the right one
 */
@ConfigurationProperties("issueloop")
record PublicAddress(@DefaultValue("http://localhost:8080") URI publicUrl) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The absolute address of one of our paths. */
    URI of(HttpServletRequest request, String path) {
        return isPublic()
                ? URI.create(publicUrl.toString().replaceAll("/+$", "") + path)
                : ServletUriComponentsBuilder.fromContextPath(request).path(path).build().toUri();
    }

    /** Whether the browser uses another host than the public one, so that cookies would be lost. */
    boolean isElsewhere(HttpServletRequest request) {
        return isPublic() && !publicUrl.getHost().equalsIgnoreCase(request.getServerName());
    }

    boolean isHttps() {
        return "https".equals(publicUrl.getScheme());
    }

    private boolean isPublic() {
        return publicUrl.getHost() != null && !THIS_MACHINE.contains(publicUrl.getHost());
    }
}
