package io.issueloop.process.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The engine's groups and the roles of a session they correspond to (trust.md §2). */
public final class Groups {

    /** Everybody of the corp: opens Tasklist, sees what is assigned or offered to them. */
    public static final String MEMBERS = "members";

    /** Team leads: candidates of triage, reassignment and confirmation. */
    public static final String LEADS = "leads";

    /** The leader of the root department: last level of approval and escalation. */
    public static final String CTO = "cto";

    /** KPI 管理员. */
    public static final String KPI_ADMINS = "kpi-admins";

    /** 流程管理员: Cockpit, deployment, retries. */
    public static final String PROCESS_ADMINS = "process-admins";

    /** Camunda's own administrators. */
    public static final String CAMUNDA_ADMIN = "camunda-admin";

    static final Map<String, String> NAMES =
            Map.of(
                    MEMBERS, "成员",
                    LEADS, "团队负责人",
                    CTO, "CTO",
                    KPI_ADMINS, "KPI 管理员",
                    PROCESS_ADMINS, "流程管理员",
                    CAMUNDA_ADMIN, "系统管理员");

    private static final Map<String, String> OF_ROLE =
            Map.of(
                    "ROLE_MEMBER", MEMBERS,
                    "ROLE_LEAD", LEADS,
                    "ROLE_CTO", CTO,
                    "ROLE_KPI_ADMIN", KPI_ADMINS,
                    "ROLE_PROCESS_ADMIN", PROCESS_ADMINS);

    private Groups() {}

    /** Groups of the roles of a session; unknown roles give nothing. */
    public static Set<String> ofRoles(Collection<String> roles) {
        var groups = new TreeSet<String>();
        roles.stream().filter(OF_ROLE::containsKey).map(OF_ROLE::get).forEach(groups::add);
        return groups;
    }
}
