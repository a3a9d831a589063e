package io.issueloop.sandbox;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Sees only what concerns the sandbox: the given properties, {@code SANDBOX_*} and {@code
 * -Dsandbox.*}. {@code SERVER_PORT} and the like belong to the product in the same JVM.
 */
final class SandboxEnvironment extends StandardEnvironment {

    private static final Map<String, Object> FIXED =
            Map.of(
                    "spring.config.name", "sandbox",
                    "spring.jmx.enabled", "false",
                    "server.address", "127.0.0.1",
                    "server.port", "${sandbox.port:" + SandboxDefaults.PORT + "}",
                    "server.servlet.session.persistent", "false",
                    "server.max-http-request-header-size", "64KB",
                    "spring.servlet.multipart.max-file-size", "25MB",
                    "spring.servlet.multipart.max-request-size", "26MB");

    SandboxEnvironment(Map<String, Object> properties) {
        var sources = getPropertySources();
        sources.addFirst(new MapPropertySource("given", Map.copyOf(properties)));
        sources.addFirst(new MapPropertySource("fixed", FIXED));
    }

    @Override
    protected void customizePropertySources(MutablePropertySources sources) {
        sources.addLast(
                new MapPropertySource(
                        SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                        startingWith("sandbox.", getSystemProperties())));
        sources.addLast(
                new SystemEnvironmentPropertySource(
                        SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        startingWith("SANDBOX_", getSystemEnvironment())));
    }

    private static Map<String, Object> startingWith(String prefix, Map<String, Object> all) {
        var own = new HashMap<String, Object>();
        all.forEach(
                (name, value) -> {
                    if (name.startsWith(prefix)) {
                        own.put(name, value);
                    }
                });
        return own;
    }
}
