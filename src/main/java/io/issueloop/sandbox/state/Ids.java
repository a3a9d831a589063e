package io.issueloop.sandbox.state;

import java.security.SecureRandom;
import java.util.Locale;

/** Identifiers that look like WeCom's, and numbers that never repeat over restarts. */
public final class Ids {

    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();
    private final Store store;
    private final Table counters;
    private final String tail;

    /**
     * @param tail ends every id that is handed out
     */
    public Ids(Store store, String tail) {
        this.store = store;
        this.tail = tail;
        this.counters = store.table("counters");
    }

    public String random(String prefix, int letters) {
        var id = new StringBuilder(prefix);
        for (int i = 0; i < letters; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.append(tail).toString();
    }

    /** 1, 2, 3 … for each name. */
    public long next(String name) {
        return store.transact(
                () -> {
                    long next =
                            counters.get(name).map(node -> node.path("value").asLong()).orElse(0L)
                                    + 1;
                    counters.put(name, Json.object().put("value", next));
                    return next;
                });
    }

    /** Text whose order is the order of creation: {@code r00000a} after {@code r000009}. */
    public String ordered(String prefix, String counter) {
        var digits = Long.toString(next(counter), 36).toLowerCase(Locale.ROOT);
        return prefix + "0".repeat(Math.max(0, 6 - digits.length())) + digits + tail;
    }
}
