package io.issueloop.process.deployment;

import io.issueloop.process.deployment.ModelLineage.Origin;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys exactly the models whose file changed, one by one, at start and before any job runs. What
 * was edited in the browser is not overwritten; a bad model stops neither the application nor the
 * others (stack.md, design.md §1).
 */
@Component
public class ModelDeployment implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    private static final List<String> ORDER = List.of("form", "dmn", "bpmn");

    private final ModelFiles files;
    private final DeployedModels deployed;
    private final ModelLineage lineage;
    private final NodeLock lock;
    private final TransactionTemplate oneNode;
    private final TransactionTemplate oneModel;
    private final Clock clock;
    private final List<RefusedModel> refused = new CopyOnWriteArrayList<>();

    ModelDeployment(
            ModelFiles files,
            DeployedModels deployed,
            ModelLineage lineage,
            NodeLock lock,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.files = files;
        this.deployed = deployed;
        this.lineage = lineage;
        this.lock = lock;
        this.clock = clock;
        this.oneNode = new TransactionTemplate(transactions);
        this.oneModel = new TransactionTemplate(transactions);
        this.oneModel.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void afterSingletonsInstantiated() {
        deploy(files.all());
    }

    /** Files of the last start that the engine did not get, for health; usually empty. */
    public List<RefusedModel> refused() {
        return List.copyOf(refused);
    }

    /** What happened to each file, in the order of deployment. */
    List<Outcome> deploy(Collection<ModelFile> models) {
        refused.clear();
        var outcomes = new ArrayList<Outcome>();
        oneNode.executeWithoutResult(
                status -> {
                    lock.holdUntilCommit("models");
                    models.stream()
                            .sorted(Comparator.comparing(model -> ORDER.indexOf(model.type())))
                            .forEach(model -> outcomes.add(deployGuarded(model)));
                });
        return outcomes;
    }

    private Outcome deployGuarded(ModelFile model) {
        try {
            var outcome = oneModel.execute(status -> deploy(model));
            log.info("model {}: {}", model.name(), outcome);
            return outcome;
        } catch (ProcessEngineException e) {
            var reason = String.valueOf(e.getMessage());
            refused.add(new RefusedModel(model.name(), reason, clock.instant()));
            log.error(
                    "模型 {} 未部署，继续使用原有版本 / model not deployed, the former version goes on: {}",
                    model.name(),
                    reason);
            return Outcome.REFUSED;
        }
    }

    private Outcome deploy(ModelFile model) {
        var latest = deployed.latestHash(model);
        if (latest.isEmpty()) {
            return deployed(model, Outcome.FIRST);
        }
        if (latest.get().equals(model.hash())) {
            lineage.record(model, model.hash(), Origin.FILE);
            return Outcome.IN_SYNC;
        }
        if (lineage.cameFromFile(model, model.hash())) {
            log.warn("模型 {} 的文件比引擎中的版本旧，未部署 / file is older than the engine", model.name());
            return Outcome.STALE;
        }
        if (lineage.cameFromFile(model, latest.get())) {
            return deployed(model, Outcome.UPGRADED);
        }
        lineage.record(model, latest.get(), Origin.ENGINE);
        log.warn(
                "模型 {} 已在浏览器中修改，文件的修改未部署；请先把引擎中的版本保存为文件 / edited in the engine and in"
                        + " the file, not overwritten",
                model.name());
        return Outcome.CONFLICT;
    }

    private Outcome deployed(ModelFile model, Outcome outcome) {
        deployed.deploy(model);
        if (deployed.latestHash(model).isEmpty()) {
            throw new ProcessEngineException("文件名必须与模型的 id 相同：" + model.name());
        }
        lineage.record(model, model.hash(), Origin.FILE);
        return outcome;
    }

    /** The six cases of stack.md (CRLF is in the hash), and the refusal. */
    enum Outcome {
        FIRST,
        IN_SYNC,
        STALE,
        UPGRADED,
        CONFLICT,
        REFUSED
    }
}
