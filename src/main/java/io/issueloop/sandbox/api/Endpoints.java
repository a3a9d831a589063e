package io.issueloop.sandbox.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which paths the sandbox answers. Adding an area of WeCom is one class that contributes here. */
public final class Endpoints {

    /** One area of WeCom's API. */
    public interface Area {
        void contribute(Endpoints endpoints);
    }

    /**
     * One path.
     *
     * @param open needs no access token
     */
    public record Endpoint(
            String method, String path, boolean open, Function<Call, Reply> handler) {}

    private final Map<String, Endpoint> byPath = new HashMap<>();

    public Endpoints(List<Area> areas) {
        areas.forEach(area -> area.contribute(this));
    }

    public Endpoints get(String path, Function<Call, Reply> handler) {
        return add(new Endpoint("GET", "/cgi-bin/" + path, false, handler));
    }

    public Endpoints post(String path, Function<Call, Reply> handler) {
        return add(new Endpoint("POST", "/cgi-bin/" + path, false, handler));
    }

    /** GET without a token. */
    public Endpoints open(String path, Function<Call, Reply> handler) {
        return add(new Endpoint("GET", "/cgi-bin/" + path, true, handler));
    }

    /** POST without a token. */
    public Endpoints openPost(String path, Function<Call, Reply> handler) {
        return add(new Endpoint("POST", "/cgi-bin/" + path, true, handler));
    }

    Optional<Endpoint> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private Endpoints add(Endpoint endpoint) {
        if (byPath.put(endpoint.path(), endpoint) != null) {
            throw new IllegalStateException("two handlers for " + endpoint.path());
        }
        return this;
    }
}
