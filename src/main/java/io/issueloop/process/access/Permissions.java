package io.issueloop.process.access;

import static io.issueloop.process.access.Groups.CAMUNDA_ADMIN;
import static io.issueloop.process.access.Groups.MEMBERS;
import static io.issueloop.process.access.Groups.PROCESS_ADMINS;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.MIGRATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.SYSTEM;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;

/** What each group may do in the engine; brought back to this state at every start. */
@Component
class Permissions {

    /** The one process people start, from Tasklist; all others are started by the system. */
    private static final String STARTED_BY_MEMBERS = "report_issue";

    private final AuthorizationService authorizations;

    Permissions(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** Members: Tasklist, names of colleagues, diagrams; their tasks come from being assigned. */
    void grantAll() {
        grant(MEMBERS, APPLICATION, "tasklist", ACCESS);
        grant(MEMBERS, USER, "*", READ);
        grant(MEMBERS, GROUP, "*", READ);
        grant(MEMBERS, PROCESS_DEFINITION, "*", READ);
        grant(MEMBERS, PROCESS_DEFINITION, STARTED_BY_MEMBERS, CREATE_INSTANCE);
        grant(MEMBERS, PROCESS_INSTANCE, "*", CREATE);
        grantProcessAdmins();
        for (var resource : Resources.values()) {
            grant(CAMUNDA_ADMIN, resource, "*", ALL);
        }
    }

    private void grantProcessAdmins() {
        grant(PROCESS_ADMINS, APPLICATION, "tasklist", ACCESS);
        grant(PROCESS_ADMINS, APPLICATION, "cockpit", ACCESS);
        grant(PROCESS_ADMINS, APPLICATION, "admin", ACCESS);
        grant(PROCESS_ADMINS, USER, "*", READ);
        grant(PROCESS_ADMINS, GROUP, "*", READ);
        grant(PROCESS_ADMINS, AUTHORIZATION, "*", READ);
        grant(
                PROCESS_ADMINS,
                PROCESS_DEFINITION,
                "*",
                ProcessDefinitionPermissions.READ,
                READ_INSTANCE,
                READ_INSTANCE_VARIABLE,
                ProcessDefinitionPermissions.READ_HISTORY,
                READ_TASK,
                RETRY_JOB,
                SUSPEND_INSTANCE,
                MIGRATE_INSTANCE);
        grant(PROCESS_ADMINS, DEPLOYMENT, "*", READ, CREATE);
        grant(PROCESS_ADMINS, DECISION_DEFINITION, "*", READ, READ_HISTORY);
        grant(PROCESS_ADMINS, DECISION_REQUIREMENTS_DEFINITION, "*", READ);
        grant(PROCESS_ADMINS, TASK, "*", READ);
        grant(PROCESS_ADMINS, SYSTEM, "*", SystemPermissions.READ);
        grant(PROCESS_ADMINS, BATCH, "*", READ, CREATE);
        grant(
                PROCESS_ADMINS,
                OPERATION_LOG_CATEGORY,
                "*",
                UserOperationLogCategoryPermissions.READ);
    }

    /** A process somebody made: who administers processes may start it, in Tasklist too. */
    void grantStart(String process) {
        grant(PROCESS_ADMINS, PROCESS_DEFINITION, process, CREATE_INSTANCE);
    }

    void grantFilter(String filterId, boolean toMembers) {
        if (toMembers) {
            grant(MEMBERS, FILTER, filterId, READ);
        }
        grant(PROCESS_ADMINS, FILTER, filterId, READ);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        var present =
                authorizations
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GRANT)
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .singleResult();
        var grant =
                present == null
                        ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT)
                        : present;
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
