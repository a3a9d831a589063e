package io.issueloop.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.standalone.SandboxLauncher.SandboxAccess;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class SandboxLauncherTest {

    @Test
    void corpIdAloneDecides() {
        assertThat(SandboxLauncher.isNeeded(new MockEnvironment())).isTrue();
        var empty = new MockEnvironment().withProperty("wecom.corp-id", " ");
        assertThat(SandboxLauncher.isNeeded(empty)).isTrue();
        var real = new MockEnvironment().withProperty("wecom.corp-id", "ww1");
        assertThat(SandboxLauncher.isNeeded(real)).isFalse();
    }

    @Test
    void sandboxCallsBackOnOurPortAndKeepsItsStateInOurDataDirectory() {
        var environment =
                new MockEnvironment()
                        .withProperty("server.port", "9090")
                        .withProperty("issueloop.data-dir", "/srv/issueloop");
        assertThat(SandboxLauncher.forSandbox(environment))
                .containsEntry("sandbox.port", "8090")
                .containsEntry("sandbox.callback-url", "http://127.0.0.1:9090/wecom/callback")
                .containsEntry("sandbox.data-file", "/srv/issueloop/sandbox.mv");
    }

    @Test
    void applicationSpeaksToTheSandboxOnly() {
        var access = new SandboxAccess("http://127.0.0.1:8090", "ww", 7, "secret", "token", "key");
        assertThat(SandboxLauncher.forApplication(access))
                .containsEntry("wecom.base-url", "http://127.0.0.1:8090")
                .containsEntry("wecom.agent-id", 7)
                .containsEntry("wecom.sso-url", "http://127.0.0.1:8090/wwlogin/sso/login");
    }
}
