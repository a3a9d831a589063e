package io.issueloop.process.deployment;

import java.sql.Connection;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time build its engine: two that create the engine's tables together in an
 * empty database kill one another (ENGINE-03017, stack.md).
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineSchemaLock extends AbstractProcessEnginePlugin {

    private static final String KEY = "hashtextextended('issueloop.engine-schema', 0)";

    private @Nullable Connection holder;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        try {
            holder = engine.getDataSource().getConnection();
            execute(holder, "select pg_advisory_lock(" + KEY + ")");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot lock the engine's schema", e);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        if (holder == null) {
            return;
        }
        try (var connection = holder) {
            execute(connection, "select pg_advisory_unlock(" + KEY + ")");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot unlock the engine's schema", e);
        } finally {
            holder = null;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
