package io.issueloop.sandbox.people;

import io.issueloop.sandbox.SandboxProperties;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where pages of the app may lie (可信域名): this machine and the domains named in the settings. */
final class TrustedPages {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final List<String> hosts;

    TrustedPages(SandboxProperties properties) {
        this.hosts =
                Stream.concat(LOOPBACK.stream(), properties.trustedDomains().stream()).toList();
    }

    boolean contains(String url) {
        try {
            var target = URI.create(url);
            return target.getHost() != null
                    && target.getUserInfo() == null
                    && List.of("http", "https").contains(target.getScheme())
                    && hosts.contains(target.getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** For a Content-Security-Policy; any port. */
    String frameAncestors() {
        return hosts.stream()
                .filter(host -> !host.startsWith("[")) // the policy has no syntax for IPv6
                .map(host -> "http://%1$s:* https://%1$s:*".formatted(host))
                .collect(Collectors.joining(" ", "'self' ", ""));
    }
}
