package io.issueloop.process;

import io.issueloop.schema.SchemaLock;
import java.sql.SQLException;
import org.camunda.bpm.engine.SchemaOperationsCommand;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables in a transaction that holds the {@link SchemaLock}. A plugin is part
 * of the engine's configuration, so it also makes the engine, and with it the job executor, wait
 * for our migrations.
 */
@Component
@DependsOnDatabaseInitialization
class SchemaLockPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        SchemaOperationsCommand create = configuration.getSchemaOperationsCommand();
        configuration.setSchemaOperationsCommand(
                context -> {
                    lock(context);
                    return create.execute(context);
                });
    }

    private static void lock(CommandContext context) {
        try {
            var session = context.getSession(DbSqlSession.class).getSqlSession();
            SchemaLock.untilTransactionEnds(session.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("schema lock failed", e);
        }
    }
}
