package io.issueloop.web.api;

import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.DeliveryBacklog;
import io.issueloop.delivery.Mode;
import io.issueloop.delivery.Modes;
import io.issueloop.directory.Directory;
import io.issueloop.shared.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what the page about WeCom's capabilities shows. */
@Component
class WeComModes {

    private final Modes modes;
    private final Deliveries deliveries;
    private final DeliveryBacklog backlog;
    private final Directory directory;

    WeComModes(Modes modes, Deliveries deliveries, DeliveryBacklog backlog, Directory directory) {
        this.modes = modes;
        this.deliveries = deliveries;
        this.backlog = backlog;
        this.directory = directory;
    }

    record View(List<CapabilityView> capabilities, List<ChangeView> history) {}

    /**
     * @param decided whether an administrator decided; otherwise the mode is that of the settings
     */
    record CapabilityView(
            Capability capability,
            String label,
            Mode mode,
            Mode setting,
            boolean decided,
            @Schema(description = "由它完成的事") List<String> uses,
            long underWay,
            long failing,
            long byHand) {}

    /**
     * @param to absent: as the settings say
     */
    record ChangeView(
            Capability capability,
            String label,
            Mode from,
            Optional<Mode> to,
            String by,
            String byName,
            Instant at) {}

    View view() {
        var counts = backlog.byEffect();
        return new View(
                Arrays.stream(Capability.values()).map(one -> view(one, counts)).toList(),
                modes.history().stream().map(this::view).toList());
    }

    private CapabilityView view(Capability capability, Map<String, DeliveryBacklog.Count> counts) {
        var mode = modes.of(capability);
        var uses = deliveries.labels(capability);
        var open =
                uses.keySet().stream()
                        .map(effect -> counts.getOrDefault(effect, DeliveryBacklog.Count.NONE))
                        .reduce(DeliveryBacklog.Count.NONE, DeliveryBacklog.Count::plus);
        return new CapabilityView(
                capability,
                capability.label(),
                mode,
                modes.setting(capability),
                modes.decided(capability).flatMap(Modes.Change::to).isPresent(),
                uses.values().stream().sorted().toList(),
                open.underWay(),
                open.failing(),
                open.byHand());
    }

    private ChangeView view(Modes.Change change) {
        UserId by = change.by();
        return new ChangeView(
                change.capability(),
                change.capability().label(),
                change.from(),
                change.to(),
                by.value(),
                directory.name(by),
                change.at());
    }
}
