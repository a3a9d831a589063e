package io.issueloop.support;

import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Makes Camunda's web applications find the engine of the test's own context: they look it up by
 * name in a register of the JVM, where another context may have left its own or none.
 */
class OwnEngine implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext()
                    .getBeanProvider(ProcessEngine.class)
                    .ifAvailable(OwnEngine::register);
        }
    }

    private static void register(ProcessEngine engine) {
        ProcessEngines.registerProcessEngine(engine);
        var container = RuntimeContainerDelegate.INSTANCE.get();
        var known = container.getProcessEngineService().getProcessEngine(engine.getName());
        if (known != engine) {
            if (known != null) {
                container.unregisterProcessEngine(known);
            }
            container.registerProcessEngine(engine);
        }
        if (known != engine || Cockpit.getRuntimeDelegate() == null) {
            renewApplications();
        }
    }

    /** They keep what they know of an engine by its name, and the first to close takes it away. */
    private static void renewApplications() {
        Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
        Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
        Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
        Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
    }
}
