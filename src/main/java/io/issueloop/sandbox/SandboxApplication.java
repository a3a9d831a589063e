package io.issueloop.sandbox;

import io.issueloop.sandbox.agenda.AgendaBeans;
import io.issueloop.sandbox.api.ApiBeans;
import io.issueloop.sandbox.approval.ApprovalBeans;
import io.issueloop.sandbox.callback.CallbackBeans;
import io.issueloop.sandbox.doc.DocBeans;
import io.issueloop.sandbox.drive.DriveBeans;
import io.issueloop.sandbox.form.FormBeans;
import io.issueloop.sandbox.group.GroupBeans;
import io.issueloop.sandbox.meeting.MeetingBeans;
import io.issueloop.sandbox.message.MessageBeans;
import io.issueloop.sandbox.people.PeopleBeans;
import io.issueloop.sandbox.report.ReportBeans;
import io.issueloop.sandbox.spreadsheet.SpreadsheetBeans;
import io.issueloop.sandbox.state.StateBeans;
import io.issueloop.sandbox.table.TableBeans;
import io.issueloop.sandbox.todo.TodoBeans;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * The WeCom sandbox as an application of its own: on 127.0.0.1, beside the product in one JVM or
 * alone. It takes nothing from the product's configuration and leaves its logging, JMX and shutdown
 * alone.
 */
public final class SandboxApplication {

    @EnableWebMvc
    @EnableConfigurationProperties(SandboxProperties.class)
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        LifecycleAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        ValidationAutoConfiguration.class,
    })
    @Import({
        StateBeans.class,
        ApiBeans.class,
        CallbackBeans.class,
        MessageBeans.class,
        DocBeans.class,
        TableBeans.class,
        TodoBeans.class,
        AgendaBeans.class,
        ApprovalBeans.class,
        GroupBeans.class,
        DriveBeans.class,
        FormBeans.class,
        MeetingBeans.class,
        ReportBeans.class,
        SpreadsheetBeans.class,
        PeopleBeans.class,
    })
    static class Wiring {}

    private SandboxApplication() {}

    /**
     * Starts it beside another application; the caller closes the context.
     *
     * @param properties {@code sandbox.*}; they win over the environment
     */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        var application = application(properties);
        application.setRegisterShutdownHook(false);
        application.setListeners(
                application.getListeners().stream()
                        .filter(listener -> !(listener instanceof LoggingApplicationListener))
                        .toList());
        return application.run();
    }

    /** The sandbox alone, until the process ends. */
    public static void main(String[] args) {
        var context = application(Map.of()).run();
        System.out.println("企业微信沙箱已启动：" + baseUrl(context));
    }

    /** {@code http://127.0.0.1:PORT} of a running sandbox. */
    public static String baseUrl(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    private static SpringApplication application(Map<String, Object> properties) {
        var application = new SpringApplication(Wiring.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setEnvironment(new SandboxEnvironment(properties));
        return application;
    }
}
