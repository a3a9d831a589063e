package io.issueloop.process.access;

import org.springframework.stereotype.Component;

/**
 * Who may start a process by hand. The shipped ones are started by what happens; one that was made
 * in the editor is started by process administrators until Admin grants it to others.
 */
@Component
public class StartRights {

    private final Permissions permissions;

    StartRights(Permissions permissions) {
        this.permissions = permissions;
    }

    /** From now on process administrators find the process under 发起流程. */
    public void grantToProcessAdmins(String process) {
        permissions.grantStart(process);
    }
}
