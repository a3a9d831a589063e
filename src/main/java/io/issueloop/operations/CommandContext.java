package io.issueloop.operations;

import io.issueloop.operations.Command.Call;
import io.issueloop.standalone.CommandEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Brings up what a command needs; a bean exists once it is asked for. */
final class CommandContext {

    static final String DEBUG = "debug";

    private CommandContext() {}

    /**
     * @param mayCreate whether a database that does not exist is created
     */
    static ConfigurableApplicationContext open(boolean mayCreate, Call call) {
        return open(mayCreate, call, List.of("command"));
    }

    /** With the workflow engine, which takes no jobs: those are the application's. */
    static ConfigurableApplicationContext openWithEngine(Call call) {
        return open(true, call, List.of("command", "engine"));
    }

    private static ConfigurableApplicationContext open(
            boolean mayCreate, Call call, List<String> profiles) {
        return new SpringApplicationBuilder(call.application())
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .lazyInitialization(true)
                .profiles(profiles.toArray(String[]::new))
                .initializers(new CommandEnvironment(mayCreate))
                .run(settings(mayCreate, call).toArray(String[]::new));
    }

    private static List<String> settings(boolean mayCreate, Call call) {
        var settings = new ArrayList<String>();
        settings.add("--issueloop.command.migrate=" + mayCreate);
        settings.add("--camunda.bpm.job-execution.enabled=false");
        settings.add("--spring.datasource.hikari.maximum-pool-size=4");
        settings.add("--spring.datasource.hikari.minimum-idle=0");
        settings.add("--spring.datasource.hikari.connection-timeout=5000");
        settings.add(
                "--spring.datasource.hikari.data-source-properties.ApplicationName="
                        + "issueloop-command");
        if (!call.has(DEBUG)) {
            settings.add("--logging.threshold.console=OFF");
        }
        settings.addAll(call.settings());
        return settings;
    }
}
