package io.issueloop.standalone;

import io.issueloop.sandbox.SandboxApplication;
import io.issueloop.sandbox.SandboxProperties;
import io.issueloop.standalone.SandboxLauncher.SandboxAccess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts what stands in when nothing is configured, before the first bean exists: the embedded
 * database without {@code spring.datasource.url}, the WeCom sandbox without {@code wecom.corp-id}.
 * It ends after the last bean is gone. Off with {@code issueloop.standalone.enabled=false}. Named
 * by {@code Application}, not in {@code spring.factories}, which the sandbox in the same jar would
 * read as well.
 */
public class StandaloneEnvironment
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        ClockOffset.refuseWithRealWeCom(environment);
        if (!environment.getProperty("issueloop.standalone.enabled", Boolean.class, true)) {
            return;
        }
        var settings = new HashMap<String, Object>();
        if (!isSet(environment, "spring.datasource.url")) {
            var database = EmbeddedDatabase.start(dataDirectory(environment));
            closeLast(context, "embeddedDatabase", database, database::close);
            settings.putAll(datasource(database.connection()));
        }
        if (SandboxLauncher.isNeeded(environment)) {
            var sandbox = SandboxApplication.start(SandboxLauncher.forSandbox(environment));
            closeLast(context, "sandbox", sandbox, sandbox::close);
            settings.putAll(SandboxLauncher.forApplication(access(sandbox)));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("standalone", settings));
    }

    /** Whether the sandbox runs beside the application. */
    public static boolean hasSandbox(Environment environment) {
        return isSet(environment, SandboxLauncher.ADDRESS);
    }

    static Path dataDirectory(Environment environment) {
        return Path.of(environment.getProperty("issueloop.data-dir", "./data"));
    }

    /** An empty environment variable counts as not set. */
    static boolean isSet(Environment environment, String property) {
        return !environment.getProperty(property, "").isBlank();
    }

    static SandboxAccess access(ConfigurableApplicationContext sandbox) {
        var accepted = sandbox.getBean(SandboxProperties.class);
        return new SandboxAccess(
                SandboxApplication.baseUrl(sandbox),
                accepted.corpId(),
                accepted.agentId(),
                accepted.secret(),
                accepted.token(),
                accepted.aesKey());
    }

    static Map<String, Object> datasource(DatabaseConnection connection) {
        return Map.of(
                "spring.datasource.url", connection.url(),
                "spring.datasource.username", connection.username(),
                "spring.datasource.password", connection.password());
    }

    /**
     * Singletons are destroyed in the reverse order of their registration, so what is registered
     * before all others outlives them. The handler is for a start that fails before that.
     */
    static void closeLast(
            ConfigurableApplicationContext context, String name, Object started, Closing close) {
        var beans = context.getBeanFactory();
        beans.registerSingleton(name, started);
        if (beans instanceof DefaultSingletonBeanRegistry registry) {
            registry.registerDisposableBean(name, close::close);
        }
        SpringApplication.getShutdownHandlers().add(close::close);
    }

    @FunctionalInterface
    interface Closing {
        void close();
    }
}
