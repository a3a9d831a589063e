package io.issueloop.process.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ResourceDefinition;
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

    private Optional<ResourceDefinition> latest(ModelFile model) {
        return switch (model.type()) {
            case "bpmn" ->
                    Optional.ofNullable(
                            repository
                                    .createProcessDefinitionQuery()
                                    .processDefinitionKey(model.key())
                                    .latestVersion()
                                    .singleResult());
            case "dmn" -> latestDecision(model.key());
            default ->
                    Optional.ofNullable(
                            engine.getCommandExecutorTxRequired()
                                    .execute(
                                            context ->
                                                    context.getCamundaFormDefinitionManager()
                                                            .findLatestDefinitionByKey(
                                                                    model.key())));
        };
    }

    /** A file with several decisions is known by its diagram, one with a single table by that. */
    private Optional<ResourceDefinition> latestDecision(String key) {
        var decision =
                repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult();
        return decision != null
                ? Optional.of(decision)
                : Optional.ofNullable(
                        repository
                                .createDecisionRequirementsDefinitionQuery()
                                .decisionRequirementsDefinitionKey(key)
                                .latestVersion()
                                .singleResult());
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
