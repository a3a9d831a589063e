package io.issueloop.sandbox.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The sandbox's time: the machine's, moved by a stored offset. Moves nothing but the sandbox. */
public final class SandboxClock extends Clock {

    private final Table settings;
    private volatile Duration offset;

    public SandboxClock(Store store) {
        this.settings = store.table("clock");
        this.offset =
                settings.get("offset")
                        .map(node -> Duration.parse(node.path("value").asText()))
                        .orElse(Duration.ZERO);
    }

    public Duration offset() {
        return offset;
    }

    public void moveTo(Duration newOffset) {
        settings.put("offset", Json.object().put("value", newOffset.toString()));
        offset = newOffset;
    }

    /** Unix seconds. */
    public long seconds() {
        return instant().getEpochSecond();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }
}
