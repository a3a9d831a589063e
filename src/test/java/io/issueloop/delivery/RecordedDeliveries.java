package io.issueloop.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries whose engine only remembers what was requested. */
public final class RecordedDeliveries {

    private final List<String> requested = new ArrayList<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    public RecordedDeliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Deliveries deliveries() {
        return new Deliveries(
                (businessKey, effect, subject) ->
                        requested.add(effect + " " + businessKey + " " + subject),
                new StaticListableBeanFactory().getBeanProvider(Effect.class),
                new Lease(jdbc, clock),
                new Modes(new ModeSettings(null), new ModeChanges(jdbc), event -> {}, clock),
                new HandLog(jdbc, clock));
    }

    /** {@code EFFECT businessKey subject}, in order. */
    public List<String> requested() {
        return List.copyOf(requested);
    }

    /** The real log of what was sent. */
    public static SentLog sentLog(JdbcClient jdbc, Clock clock) {
        return new SentLog(jdbc, clock);
    }
}
