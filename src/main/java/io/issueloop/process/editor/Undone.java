package io.issueloop.process.editor;

import io.issueloop.model.ModelId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Really does things, in a transaction of its own that is rolled back whatever happens. */
@Component
class Undone {

    private final RepositoryService repository;
    private final TransactionTemplate transaction;

    Undone(RepositoryService repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    <T> T run(Supplier<T> work) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            status.setRollbackOnly();
                            return work.get();
                        }));
    }

    /**
     * Deploys a draft, looks, and takes it back.
     *
     * @throws org.camunda.bpm.engine.ProcessEngineException when the engine does not take it
     */
    <T> T with(ModelId id, String content, Function<DeploymentWithDefinitions, T> work) {
        return run(() -> work.apply(deploy(id, content, "trial")));
    }

    DeploymentWithDefinitions deploy(ModelId id, String content, String source) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return repository
                .createDeployment()
                .name(id.key())
                .source(source)
                .addInputStream(id.file(), new ByteArrayInputStream(bytes))
                .deployWithResult();
    }
}
