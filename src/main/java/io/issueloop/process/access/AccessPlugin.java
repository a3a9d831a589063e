package io.issueloop.process.access;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Authorizations on, whatever the settings say; WeCom userids are valid ids. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@DependsOnDatabaseInitialization // our tables first: Flyway wants an empty schema
@EnableConfigurationProperties(AccessProperties.class)
class AccessPlugin extends AbstractProcessEnginePlugin {

    /** WeCom: letters, digits and {@code _-@.}; 64 is the engine's column as well. */
    private static final String ID = "[A-Za-z0-9_@.-]{1,64}";

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setAuthorizationEnabledForCustomCode(false);
        engine.setResourceAuthorizationProvider(new TaskVisibility());
        engine.setFilterService(new OwnTasks());
        engine.setTaskService(new ClaimedTasks());
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setUserResourceWhitelistPattern(ID);
        engine.setGroupResourceWhitelistPattern(ID);
    }
}
