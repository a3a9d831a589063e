package io.issueloop.operations;

import io.issueloop.standalone.SandboxAlone;
import java.util.Set;

/** The WeCom sandbox without the application. */
final class SandboxCommand implements Command {

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public String summary() {
        return "只运行企业微信沙箱";
    }

    @Override
    public String help() {
        return """
                设置：SANDBOX_PORT（默认 8090）、SANDBOX_CORP_ID、SANDBOX_SECRET、SANDBOX_AGENT_ID、
                SANDBOX_TOKEN、SANDBOX_AES_KEY、SANDBOX_CALLBACK_URL、SANDBOX_DATA_FILE（不设则不保存）。
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Ending run(Call call) {
        SandboxAlone.start();
        return Ending.KEEPS_RUNNING;
    }
}
