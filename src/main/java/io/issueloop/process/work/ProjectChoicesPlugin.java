package io.issueloop.process.work;

import io.issueloop.issue.Projects;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts {@link ProjectChoices} in the place of the engine's form service. */
@Component
class ProjectChoicesPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Projects> projects;

    ProjectChoicesPlugin(ObjectProvider<Projects> projects) {
        this.projects = projects;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFormService(new ProjectChoices(() -> projects.getObject().names()));
    }
}
