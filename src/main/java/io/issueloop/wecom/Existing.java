package io.issueloop.wecom;

import java.util.Optional;
import java.util.function.Supplier;

/** WeCom answers a question about something that is gone by refusing it, with a code per area. */
final class Existing {

    private Existing() {}

    /**
     * What the call finds; empty where WeCom does not know it any more.
     *
     * @throws WeComRejected when we may not ask at all
     */
    static <T> Optional<T> find(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (WeComRejected rejected) {
            if (ErrorCodes.isNotAllowed(rejected.errcode())) {
                throw rejected;
            }
            return Optional.empty();
        }
    }
}
