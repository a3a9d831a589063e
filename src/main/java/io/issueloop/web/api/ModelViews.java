package io.issueloop.web.api;

import io.issueloop.directory.Directory;
import io.issueloop.model.ModelChange;
import io.issueloop.model.ModelChange.Action;
import io.issueloop.model.ModelEngine;
import io.issueloop.model.ModelId;
import io.issueloop.model.ModelState;
import io.issueloop.model.ModelType;
import io.issueloop.model.ModelVersion;
import io.issueloop.model.Models;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what the editor's list and its history show. */
@Component
class ModelViews {

    private final ModelEngine engine;
    private final Models models;
    private final Directory directory;

    ModelViews(ModelEngine engine, Models models, Directory directory) {
        this.engine = engine;
        this.models = models;
        this.directory = directory;
    }

    /**
     * A line of the list.
     *
     * @param by who deployed the latest version: a name, or 安装包 for the product's own file
     */
    record Line(
            String type,
            String key,
            String name,
            int version,
            Instant deployedAt,
            String by,
            String reason,
            long running,
            long behind,
            boolean shippedDiffers) {}

    /** A version, or what was done with one. */
    record Version(
            int version,
            Instant deployedAt,
            String by,
            String action,
            String reason,
            List<String> changes,
            long running) {}

    /** Instances that were brought to another version. */
    record Moved(int from, int to, String by, String reason, String what, Instant at) {}

    List<Line> all() {
        var newest =
                models.newestChanges().stream()
                        .collect(Collectors.toMap(ModelChange::model, Function.identity()));
        return engine.all().stream().map(one -> line(one, newest.get(one.id()))).toList();
    }

    private Line line(ModelState state, @org.jspecify.annotations.Nullable ModelChange newest) {
        var latest = state.latest();
        var change = Optional.ofNullable(newest).filter(one -> one.to() == latest.version());
        return new Line(
                state.id().type().code(),
                state.id().key(),
                latest.name(),
                latest.version(),
                latest.deployedAt(),
                by(latest, change),
                change.map(ModelChange::reason).orElse(""),
                state.running(),
                state.behind(),
                state.shippedDiffers());
    }

    List<Version> versions(ModelId id) {
        var changes =
                models.history(id).stream()
                        .filter(one -> one.action() != Action.MIGRATED)
                        .collect(
                                Collectors.toMap(
                                        ModelChange::to, Function.identity(), (one, other) -> one));
        return engine.versions(id).stream()
                .map(one -> version(one, Optional.ofNullable(changes.get(one.version()))))
                .toList();
    }

    List<Moved> moved(ModelId id) {
        return models.history(id).stream()
                .filter(one -> one.action() == Action.MIGRATED)
                .map(
                        one ->
                                new Moved(
                                        one.from(),
                                        one.to(),
                                        directory.name(one.by()),
                                        one.reason(),
                                        String.join("；", one.changes()),
                                        one.at()))
                .toList();
    }

    private Version version(ModelVersion one, Optional<ModelChange> change) {
        return new Version(
                one.version(),
                one.deployedAt(),
                by(one, change),
                change.map(found -> found.action().label()).orElse(""),
                change.map(ModelChange::reason).orElse(""),
                change.map(ModelChange::changes).orElse(List.of()),
                one.running());
    }

    private String by(ModelVersion version, Optional<ModelChange> change) {
        return change.map(one -> directory.name(one.by()))
                .orElse(version.source().equals("file") ? "安装包" : "Cockpit");
    }

    /**
     * @throws NotFound when the address names no kind of model
     */
    static ModelId id(String type, String key) {
        var known = ModelType.of(type);
        if (known.isEmpty() || !ModelId.isKey(key)) {
            throw new NotFound("没有这个模型：%s/%s".formatted(type, key));
        }
        return new ModelId(known.get(), key);
    }
}
