package io.issueloop.process.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine's latest version of a model, whoever deployed it and under whatever file name. */
@Component
class DeployedModels {

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;

    DeployedModels(RepositoryService repository, ProcessEngineConfigurationImpl engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** Hash of the latest version's content; empty when there is none. */
    Optional<String> latestHash(ModelFile model) {
        return latest(model).map(this::content).map(ModelFile::hash);
    }

    void deploy(ModelFile model) {
        repository
                .createDeployment()
                .name(model.key())
                .source("file")
                .addInputStream(model.name(), new ByteArrayInputStream(model.content()))
                .deploy();
    }

    /**
     * Asked of the engine's own books: its queries would read and validate the whole model once
     * more, only for the description in it.
     */
    private Optional<ResourceDefinition> latest(ModelFile model) {
        return Optional.ofNullable(
                engine.getCommandExecutorTxRequired()
                        .execute(context -> find(context, model.type(), model.key())));
    }

    private static @Nullable ResourceDefinition find(
            CommandContext context, String type, String key) {
        return switch (type) {
            case "bpmn" ->
                    context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key);
            case "dmn" -> findDecision(context, key);
            default -> context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key);
        };
    }

    /** A file with several decisions is known by its diagram, one with a single table by that. */
    private static @Nullable ResourceDefinition findDecision(CommandContext context, String key) {
        var decision =
                context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key);
        return decision != null
                ? decision
                : context.getDecisionRequirementsDefinitionManager()
                        .findLatestDecisionRequirementsDefinitionByKeyAndTenantId(key, null);
    }

    private byte[] content(ResourceDefinition definition) {
        try (var stream =
                repository.getResourceAsStream(
                        definition.getDeploymentId(), definition.getResourceName())) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
