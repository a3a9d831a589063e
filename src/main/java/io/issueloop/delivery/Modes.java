package io.issueloop.delivery;

import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The mode of each capability: what an administrator decided, otherwise what the settings say. All
 * nodes know a change within two seconds; what is already running is not disturbed by it.
 */
@Service
@EnableConfigurationProperties(ModeSettings.class)
public class Modes {

    private static final Logger log = LoggerFactory.getLogger(Modes.class);
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int REMEMBERED = 100;

    private final ModeSettings settings;
    private final ModeChanges changes;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private volatile Map<Capability, Change> latest = Map.of();
    private volatile long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

    Modes(
            ModeSettings settings,
            ModeChanges changes,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.settings = settings;
        this.changes = changes;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * A decision of an administrator.
     *
     * @param to empty: as the settings say
     */
    public record Change(
            Capability capability, Mode from, Optional<Mode> to, UserId by, Instant at) {}

    /** The mode that counts at this moment. */
    public Mode of(Capability capability) {
        if (System.nanoTime() - lookedAt > LOOK_EVERY_NANOS) {
            look();
        }
        return decided(capability).flatMap(Change::to).orElse(setting(capability));
    }

    public boolean isAuto(Capability capability) {
        return of(capability) == Mode.AUTO;
    }

    /** What the settings say, whatever was decided since. */
    public Mode setting(Capability capability) {
        return settings.of(capability);
    }

    /** The last decision about a capability; empty where nobody took one. */
    public Optional<Change> decided(Capability capability) {
        return Optional.ofNullable(latest.get(capability));
    }

    /**
     * Switches a capability, on all nodes and without a restart.
     *
     * @param to empty: as the settings say
     */
    public void change(Capability capability, Optional<Mode> to, UserId by) {
        look();
        var from = of(capability);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        changes.add(new Change(capability, from, to, by, now));
        look();
        var mode = of(capability);
        log.info("mode of {} changed from {} to {} by {}", capability, from, mode, by);
        publisher.publishEvent(new ModeChanged(capability, from, mode));
    }

    /** The decisions, the newest first, at most 100. */
    public List<Change> history() {
        return changes.newest(REMEMBERED);
    }

    private void look() {
        lookedAt = System.nanoTime();
        latest =
                changes.latest().stream()
                        .collect(Collectors.toMap(Change::capability, Function.identity()));
    }
}
