package io.issueloop.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;

/** OAuth codes: single use, five minutes (page 91023). */
public final class Codes {

    private static final long LIFE_SECONDS = 300;

    private final Table codes;
    private final Ids ids;
    private final SandboxClock clock;

    Codes(Store store, Ids ids, SandboxClock clock) {
        this.codes = store.table("codes");
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A code the member just consented to.
     *
     * @param detailed scope {@code snsapi_privateinfo}: the app may ask for a few details as well
     */
    public String issue(String userid, boolean detailed) {
        var code = ids.random("", 43);
        codes.put(
                code,
                Json.object()
                        .put("userid", userid)
                        .put("detailed", detailed)
                        .put("expires", clock.seconds() + LIFE_SECONDS)
                        .put("used", false));
        return code;
    }

    /** {@code {userid, detailed}} behind it; 40029 unknown or too old, 42022 already used. */
    ObjectNode redeem(String code) {
        var known = codes.get(code).orElseThrow(() -> new ApiError(40029, "invalid code"));
        if (known.path("used").asBoolean()) {
            throw new ApiError(42022, "code has been used");
        }
        if (known.path("expires").asLong() <= clock.seconds()) {
            throw new ApiError(40029, "invalid code");
        }
        codes.put(code, known.put("used", true));
        return known;
    }
}
