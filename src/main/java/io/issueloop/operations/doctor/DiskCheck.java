package io.issueloop.operations.doctor;

import io.issueloop.standalone.CommandEnvironment.Ground;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The embedded database has room to grow. */
@About("磁盘")
final class DiskCheck implements Check {

    private static final long MEGABYTE = 1 << 20;
    private static final long LITTLE = 2048;
    private static final long TOO_LITTLE = 300;

    private final Ground ground;

    DiskCheck(Ground ground) {
        this.ground = ground;
    }

    @Override
    public List<Finding> look() {
        if (ground.database().isEmpty()) {
            return List.of(Finding.ok("没有内嵌数据库，无需检查"));
        }
        var home = ground.database().get();
        try {
            return List.of(
                    judged(Files.getFileStore(home).getUsableSpace() / MEGABYTE, home.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("无法读取磁盘空间：" + home, e);
        }
    }

    static Finding judged(long megabytes, String home) {
        var text = "%s 所在磁盘还剩 %,d MB".formatted(home, megabytes);
        if (megabytes < TOO_LITTLE) {
            return Finding.broken(text, "立即清理磁盘或扩容：写满后数据库会停止");
        }
        return megabytes < LITTLE ? Finding.warning(text, "请清理磁盘或扩容") : Finding.ok(text);
    }
}
