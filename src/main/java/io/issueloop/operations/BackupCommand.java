package io.issueloop.operations;

import io.issueloop.operations.backup.BackupWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Writes everything into one file. */
final class BackupCommand implements Command {

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String summary() {
        return "把全部数据备份到一个文件";
    }

    @Override
    public String help() {
        return """
                用法：backup 文件（例如 backup issueloop-2026-11-22.zip）

                同一时刻的一份完整快照：问题、指标、考核、流程、文件都在其中；登录状态不在其中。
                应用运行与否都可以使用，不影响正在使用的人。文件含有业务和人员数据，只有当前用户可读，
                请另存到安全的地方。文件已存在时不覆盖。

                选项：
                  --debug  显示日志
                """;
    }

    @Override
    public List<String> arguments() {
        return List.of("文件");
    }

    @Override
    public Set<String> options() {
        return Set.of(CommandContext.DEBUG);
    }

    @Override
    public Ending run(Call call) {
        var file = Path.of(call.words().arguments().get(0)).toAbsolutePath();
        try (var context = CommandContext.open(false, call)) {
            var clock = context.getBean(Clock.class);
            var done = new BackupWriter(context.getBean(DataSource.class), clock).write(file);
            call.out().println("✓ 已备份到 %s：%d 张表，%d 行。".formatted(file, done.tables(), done.rows()));
            return Ending.DONE;
        }
    }
}
