package io.issueloop.sandbox.drive;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * What every WeDrive endpoint refuses first: the abolished {@code userid} (40203), and calls beyond
 * the month's quota (640035 for a free corp, 640019 for one that pays).
 */
final class Guard {

    private static final int FREE = 1000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Table months;
    private final SandboxClock clock;
    private final int callsPerMonth;

    Guard(Store store, SandboxClock clock, int callsPerMonth) {
        this.months = store.table("drive_calls");
        this.clock = clock;
        this.callsPerMonth = callsPerMonth;
    }

    Function<Call, Reply> before(Function<Call, Reply> handler) {
        return call -> {
            if (call.body().json().has("userid")) {
                throw new ApiError(40203, "userid is deprecated");
            }
            count();
            return handler.apply(call);
        };
    }

    private void count() {
        var month = YearMonth.from(clock.instant().atZone(ZONE)).toString();
        int calls = months.get(month).map(m -> m.path("calls").asInt()).orElse(0);
        if (calls >= callsPerMonth) {
            throw new ApiError(
                    callsPerMonth <= FREE ? 640035 : 640019, "calls of this month used up");
        }
        months.put(month, Json.object().put("calls", calls + 1));
    }
}
