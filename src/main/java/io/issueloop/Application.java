package io.issueloop;

import io.issueloop.operations.CommandLine;
import io.issueloop.standalone.StandaloneEnvironment;
import java.util.TimeZone;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.modulith.Modulithic;

/** IssueLoop: issues reported in WeCom, worked in Camunda, turned into KPIs. */
@SpringBootConfiguration
@Modulithic(systemName = "IssueLoop")
@EnableAutoConfiguration
@ComponentScan(
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(
                    type = FilterType.CUSTOM,
                    classes = AutoConfigurationExcludeFilter.class),
            // another application in the same jar
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern = "io\\.issueloop\\.sandbox\\..*")
        })
public class Application {

    public static void main(String[] args) {
        // before anything else: the engine reads cron expressions in the zone of the JVM
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        if (CommandLine.isMeant(args)) {
            CommandLine.main(CommandApplication.class, args);
        } else {
            start(args);
        }
    }

    /** The whole application with everything that stands in where nothing is configured. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(Application.class)
                .initializers(new StandaloneEnvironment())
                .run(args);
    }
}
