package io.issueloop.sandbox.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
     * @param exists whether it answers at all now
     */
    public record Endpoint(
            String method,
            String path,
            boolean open,
            BooleanSupplier exists,
            Function<Call, Reply> handler) {}

    private final Map<String, Endpoint> byPath = new HashMap<>();

    public Endpoints(List<Area> areas) {
        areas.forEach(area -> area.contribute(this));
    }

    public Endpoints get(String path, Function<Call, Reply> handler) {
        return add("GET", path, false, handler);
    }

    public Endpoints post(String path, Function<Call, Reply> handler) {
        return add("POST", path, false, handler);
    }

    /** Like {@link #post}; while {@code exists} is false the path is unknown. */
    public Endpoints postWhile(BooleanSupplier exists, String path, Function<Call, Reply> handler) {
        return add(new Endpoint("POST", "/cgi-bin/" + path, false, exists, handler));
    }

    /** POST without a token. */
    public Endpoints openPost(String path, Function<Call, Reply> handler) {
        return add("POST", path, true, handler);
    }

    /** GET without a token. */
    public Endpoints open(String path, Function<Call, Reply> handler) {
        return add("GET", path, true, handler);
    }

    Optional<Endpoint> find(String path) {
        return Optional.ofNullable(byPath.get(path)).filter(e -> e.exists().getAsBoolean());
    }

    private Endpoints add(String method, String path, boolean open, Function<Call, Reply> handler) {
        return add(new Endpoint(method, "/cgi-bin/" + path, open, () -> true, handler));
    }

    private Endpoints add(Endpoint endpoint) {
        if (byPath.put(endpoint.path(), endpoint) != null) {
            throw new IllegalStateException("two handlers for " + endpoint.path());
        }
        return this;
    }
}
