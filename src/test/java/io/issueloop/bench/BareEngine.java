package io.issueloop.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.issueloop.standalone.DatabaseConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;

/**
 * Camunda alone, through its Java API: what E1 compares the product with.
 *
 * <p>The shape is the product's by construction, because it runs the product's own model files:
 * {@code issue_lifecycle} with its three rule tasks and their tables, the call of {@code
 * issue_handling} with its three timers up to the user task 接单 with its assignee, and for each
 * dispatched issue four {@code wecom_delivery} (card, notice, row, schedule) that wait as jobs.
 * {@link Shape} demands it. In place of the product's delegates stand {@link BareSteps}, which set
 * the same variables and do nothing else. History is full, the ids are UUIDs and the pool has
 * twenty connections, as in the product; the job executor is off on both sides.
 */
final class BareEngine implements Intake, AutoCloseable {

    private static final List<String> MODELS =
            List.of(
                    "bpmn/issue_lifecycle.bpmn",
                    "bpmn/issue_handling.bpmn",
                    "bpmn/issue_evaluation.bpmn",
                    "bpmn/wecom_delivery.bpmn",
                    "dmn/classify_issue.dmn",
                    "dmn/decide_service_level.dmn",
                    "dmn/assign_handler.dmn",
                    "dmn/decide_reminders.dmn");

    /** As many as the product works on rows with ({@code wecom.inbox-parallelism}). */
    private static final int THREADS = 4;

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    private BareEngine(HikariDataSource pool, ProcessEngine engine) {
        this.pool = pool;
        this.engine = engine;
    }

    static BareEngine start(DatabaseConnection database) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(database.url());
        settings.setUsername(database.username());
        settings.setPassword(database.password());
        settings.setMaximumPoolSize(20);
        settings.setMinimumIdle(4);
        var pool = new HikariDataSource(settings);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setBeans(BareSteps.beans());
        var engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        MODELS.forEach(deployment::addClasspathResource);
        deployment.deploy();
        return new BareEngine(pool, engine);
    }

    /** Starts the instances as fast as the threads can. */
    @Override
    public double intake(int count, int firstNumber) {
        var hands = Executors.newFixedThreadPool(THREADS);
        var begin = System.nanoTime();
        try {
            var running =
                    IntStream.range(firstNumber, firstNumber + count)
                            .mapToObj(number -> hands.submit(() -> startIssue(number)))
                            .toList();
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            hands.shutdown();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private void startIssue(int number) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "issue_lifecycle",
                        "ISS-20261122-%04d".formatted(number),
                        Map.of(
                                "urgency", Texts.urgency(number),
                                "project", Texts.PROJECT,
                                "reporterId", Texts.reporter(number)));
    }

    @Override
    public long looks() {
        return 0;
    }

    @Override
    public long queuedDeliveries() {
        return engine.getManagementService().createJobQuery().messages().count();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
