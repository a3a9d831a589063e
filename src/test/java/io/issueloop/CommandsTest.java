package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.sandbox.SandboxApplication;
import io.issueloop.sandbox.SandboxDefaults;
import io.issueloop.support.ChildApplication;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as people run them: processes of their own, with and without the application. */
class CommandsTest {

    private static final Map<String, String> AS_THE_APPLICATION = Map.of();

    @TempDir private Path folder;
    private Path data;

    @BeforeEach
    void folders() {
        data = folder.resolve("data");
    }

    private String file() {
        return folder.resolve("all.zip").toString();
    }

    @Test
    @DisplayName("setup 两次、doctor 好坏各一次：应用运行与否都能用，返回值分明，不打印日志和密钥")
    void commandsWorkWithAndWithoutTheApplication() throws Exception {
        try (var sandbox =
                SandboxApplication.start(
                        Map.of("sandbox.port", 0, "sandbox.retry-delay", "50ms"))) {
            var application = new ChildApplication(data, SandboxApplication.baseUrl(sandbox));

            var blank = application.run(AS_THE_APPLICATION, "doctor");
            assertThat(blank.output()).contains("✗ 数据库", "还没有数据库", "运行 setup");
            assertThat(blank.code()).isEqualTo(1);
            assertThat(data).doesNotExist();

            var first = application.run(AS_THE_APPLICATION, "setup");
            assertThat(first.output())
                    .contains("✓ 智能表格「问题跟踪」", "新建了", "企业可信IP", "/wecom/callback")
                    .doesNotContain(SandboxDefaults.AES_KEY, SandboxDefaults.TOKEN, " INFO ");
            assertThat(first.code()).isZero();

            try (var running = application.start("Asia/Shanghai")) {
                var second = application.run(AS_THE_APPLICATION, "setup", "--show-secrets");
                assertThat(second.output()).contains("已是最新", SandboxDefaults.AES_KEY);
                assertThat(second.code()).isZero();

                var healthy = application.run(AS_THE_APPLICATION, "doctor");
                assertThat(healthy.output()).contains("✓ 回调地址").doesNotContain("✗", " INFO ");
                assertThat(healthy.code()).isZero();

                var wrong = Map.of("WECOM_SECRET", "not-the-secret");
                var broken = application.run(wrong, "doctor", "--json");
                assertThat(broken.output())
                        .startsWith("{")
                        .contains("40001", "WECOM_SECRET", "\"healthy\" : false")
                        .doesNotContain("not-the-secret");
                assertThat(broken.code()).isEqualTo(1);
                assertThat(running.process().isAlive()).isTrue();

                var copied = application.run(AS_THE_APPLICATION, "backup", file());
                assertThat(copied.output()).contains("✓ 已备份到").doesNotContain(" INFO ");
                assertThat(copied.code()).isZero();
                var tooEarly = application.run(AS_THE_APPLICATION, "restore", file());
                assertThat(tooEarly.output()).contains("✗ 应用正在运行");
                assertThat(tooEarly.code()).isEqualTo(1);
            }
            var elsewhere =
                    new ChildApplication(
                            data.resolveSibling("elsewhere"), SandboxApplication.baseUrl(sandbox));
            var restored = elsewhere.run(AS_THE_APPLICATION, "restore", file());
            assertThat(restored.output()).contains("✓ 已从", "张表");
            assertThat(restored.code()).isZero();
        }
    }
}
