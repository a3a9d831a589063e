package io.issueloop.support;

import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is set; texts are local times in Asia/Shanghai. */
public final class TestClock extends Clock {

    private Instant now;

    public TestClock(String local) {
        now = at(local);
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zones.REPORTING).toInstant();
    }

    public void set(String local) {
        now = at(local);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
