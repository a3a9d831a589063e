package io.issueloop.standalone;

import java.util.Map;
import org.springframework.core.env.Environment;

/**
 * Connects the WeCom sandbox and the application where {@code wecom.corp-id} is not set: what the
 * sandbox is told about us, and what we are told about the sandbox.
 */
final class SandboxLauncher {

    /** Present while the sandbox runs beside the application; for the summary at the start. */
    static final String ADDRESS = "issueloop.standalone.sandbox-url";

    private SandboxLauncher() {}

    static boolean isNeeded(Environment environment) {
        return !StandaloneEnvironment.isSet(environment, "wecom.corp-id");
    }

    /** Properties to start the sandbox with; everything else has the sandbox's own defaults. */
    static Map<String, Object> forSandbox(Environment environment) {
        var port = environment.getProperty("server.port", "8080");
        var state = StandaloneEnvironment.dataDirectory(environment).resolve("sandbox.mv");
        return Map.of(
                "sandbox.port", environment.getProperty("sandbox.port", "8090"),
                "sandbox.callback-url", "http://127.0.0.1:" + port + "/wecom/callback",
                "sandbox.data-file", state.toAbsolutePath().normalize().toString());
    }

    /** Properties of ours that lead every call and every browser to the sandbox. */
    static Map<String, Object> forApplication(SandboxAccess sandbox) {
        return Map.of(
                ADDRESS,
                sandbox.baseUrl(),
                "wecom.js-sdk-url",
                sandbox.baseUrl() + "/jssdk.js",
                "wecom.base-url",
                sandbox.baseUrl(),
                "wecom.corp-id",
                sandbox.corpId(),
                "wecom.agent-id",
                sandbox.agentId(),
                "wecom.secret",
                sandbox.secret(),
                "wecom.callback-token",
                sandbox.token(),
                "wecom.callback-aes-key",
                sandbox.aesKey(),
                "wecom.oauth-url",
                sandbox.baseUrl() + "/connect/oauth2/authorize",
                "wecom.sso-url",
                sandbox.baseUrl() + "/wwlogin/sso/login");
    }

    /**
     * What a running sandbox accepts.
     *
     * @param baseUrl without a trailing slash
     */
    record SandboxAccess(
            String baseUrl,
            String corpId,
            int agentId,
            String secret,
            String token,
            String aesKey) {}
}
