package io.issueloop.sandbox.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;

/** The right to change a card once, within 72 hours (page 94888). */
final class ResponseCodes {

    private static final long LIFE_SECONDS = 72 * 3600;

    private final Table codes;
    private final Ids ids;
    private final SandboxClock clock;

    ResponseCodes(Store store, Ids ids, SandboxClock clock) {
        this.codes = store.table("response_codes");
        this.ids = ids;
        this.clock = clock;
    }

    String issue(String msgid) {
        var code = ids.random("", 43);
        codes.put(code, Json.object().put("msgid", msgid).put("issued", clock.seconds()));
        return code;
    }

    /** The message it is for; 60140 unknown, used or too old. Using it is final. */
    String use(String code) {
        var known = codes.get(code).filter(this::isFresh).orElseThrow(ResponseCodes::invalid);
        codes.put(code, known.put("used", true));
        return known.path("msgid").asText();
    }

    private boolean isFresh(ObjectNode code) {
        return !code.path("used").asBoolean()
                && code.path("issued").asLong() + LIFE_SECONDS > clock.seconds();
    }

    private static ApiError invalid() {
        return new ApiError(60140, "invalid response_code");
    }
}
