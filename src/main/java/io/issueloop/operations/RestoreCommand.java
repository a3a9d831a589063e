package io.issueloop.operations;

import io.issueloop.operations.backup.BackupReader;
import io.issueloop.standalone.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Puts a backup in the place of everything. */
final class RestoreCommand implements Command {

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String summary() {
        return "用备份文件恢复全部数据";
    }

    @Override
    public String help() {
        return """
                用法：restore 文件

                数据库中现有的数据全部由备份取代；出错时什么都不变。先停止应用的全部节点。
                备份须由同一版本的程序生成。数据库不存在时先建立，可用来搬到另一台机器。
                恢复后所有人需要重新登录；备份之后企业微信里发生的事情（新增的行、审批结果）在启动后由对账补上，
                备份之后发出的消息可能再发一次。

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
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StartRefused("文件不存在或不能读取：" + file);
        }
        try (var context = CommandContext.openWithEngine(call)) {
            var done = new BackupReader(context.getBean(DataSource.class)).restore(file);
            call.out()
                    .println("✓ 已从 %s 恢复：%d 张表，%d 行。".formatted(file, done.tables(), done.rows()));
            return Ending.DONE;
        }
    }
}
