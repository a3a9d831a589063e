package io.issueloop.process;

import io.issueloop.process.deployment.ModelDeployment;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jdbc.JdbcRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Profile;

/**
 * The workflow engine for commands that move issues; like the application's, but it takes no jobs.
 */
@Profile("engine")
@AutoConfigurationPackage(basePackages = "io.issueloop")
@ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    JdbcRepositoriesAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class,
})
@ComponentScan({"io.issueloop.approval", "io.issueloop.process"})
public class CommandEngine {

    /** Where the application never ran, or ran an older version, the models are not there yet. */
    @Bean
    ApplicationRunner deploysModels(ModelDeployment deployment) {
        return arguments -> deployment.afterSingletonsInstantiated();
    }
}
