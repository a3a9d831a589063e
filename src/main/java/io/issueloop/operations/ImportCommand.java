package io.issueloop.operations;

import io.issueloop.directory.Directory;
import io.issueloop.issue.imports.ImportRun;
import io.issueloop.issue.imports.Imports;
import io.issueloop.issue.imports.Options;
import io.issueloop.shared.UserId;
import io.issueloop.standalone.StartRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/** Takes issues from an xlsx or CSV file. */
final class ImportCommand implements Command {

    private static final String DRY_RUN = "dry-run";
    private static final String UPDATE = "update";
    private static final String BASELINE = "baseline";
    private static final int SHOWN = 10;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "从 xlsx 或 CSV 文件批量导入问题";
    }

    @Override
    public List<String> arguments() {
        return List.of("文件");
    }

    @Override
    public String help() {
        return """
                import 文件 [--dry-run] [--baseline 周期] [--update]

                列（顺序不限，其他列忽略）：外部编号、问题描述、紧急程度、关联项目、提报人、处理人、分类、创建时间、
                接单时间、解决时间、关闭时间、满意度、重复于、重复类型。模板和逐列说明在页面 /admin/import 下载。
                CSV 可以是 UTF-8 或 GBK。没有写时区的时间按北京时间。凭外部编号识别，重复运行不会重复导入，
                中断后再运行即继续。已关闭的行只进入统计，不发消息；未关闭的行从所处的步骤继续，处理人各收到一条汇总。
                有错的行不导入，连同原因写入“文件名-错误.csv”（或 xlsx），改好后可直接再导入。
                文件处理完毕返回 0（即使有错误行），文件读不了或导入中断返回 1。应用运行与否都可以使用。

                选项：
                  --dry-run          只检查，不写入
                  --baseline 周期    只作为这些周期的基线，如 2026Q2 或 2026-05，多个用逗号分隔；只计入团队指标
                  --update           已导入过的行，补充原来为空的内容、更正描述、项目和分类
                  --debug            显示日志
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of(DRY_RUN, UPDATE, CommandContext.DEBUG);
    }

    @Override
    public Set<String> valued() {
        return Set.of(BASELINE);
    }

    @Override
    public Ending run(Call call) {
        var file = Path.of(call.words().arguments().get(0));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StartRefused("文件不存在或不能读取：" + file);
        }
        var baseline = Options.periods(call.words().values().getOrDefault(BASELINE, ""));
        var options = new Options(call.has(DRY_RUN), call.has(UPDATE), baseline, Map.of());
        try (var context = CommandContext.openWithEngine(call)) {
            knowPeople(context);
            var imports = context.getBean(Imports.class);
            var run = perform(imports, file, options);
            print(run, call.out());
            explain(imports, run, file, call.out());
            return run.state() == ImportRun.State.DONE ? Ending.DONE : Ending.FAILED;
        }
    }

    /** Where the application never ran, the directory was never read. */
    private static void knowPeople(ConfigurableApplicationContext context) {
        var directory = context.getBean(Directory.class);
        if (directory.members().isEmpty()) {
            directory.refresh();
        }
    }

    private static ImportRun perform(Imports imports, Path file, Options options) {
        try (var content = Files.newInputStream(file)) {
            var uploaded = imports.upload(file.getFileName().toString(), content, UserId.SYSTEM);
            return imports.perform(uploaded.fileId(), options, UserId.SYSTEM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(ImportRun run, PrintStream out) {
        var counts = run.counts();
        run.message().ifPresent(message -> out.println("✗ " + message));
        if (run.takenOver() > 0) {
            out.println("接着上次中断的导入（第 %d 次）完成，以下是两次合计：".formatted(run.id()));
        }
        out.println(
                (run.options().dryRun() ? "试运行（没有写入）：" : "导入：")
                        + "共 %d 行，新增 %d 件（其中未关闭 %d 件），更新 %d 件，已导入过 %d 行，有错 %d 行。"
                                .formatted(
                                        run.totalRows(),
                                        counts.added(),
                                        counts.opened(),
                                        counts.changed(),
                                        counts.unchanged(),
                                        counts.refused()));
        if (!run.ignored().isEmpty()) {
            out.println("忽略的列：" + String.join("、", run.ignored()));
        }
    }

    private static void explain(Imports imports, ImportRun run, Path file, PrintStream out) {
        if (run.counts().refused() == 0) {
            return;
        }
        imports.problems(run.id(), SHOWN)
                .forEach(
                        problem ->
                                out.println(
                                        "  第 %d 行：%s".formatted(problem.line(), problem.reason())));
        if (run.counts().refused() > SHOWN) {
            out.println("  …… 共 %d 行".formatted(run.counts().refused()));
        }
        var name = file.getFileName().toString();
        var xlsx = name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
        var stem = name.replaceFirst("\\.[^.]*$", "");
        var errors = file.resolveSibling(stem + "-错误" + (xlsx ? ".xlsx" : ".csv"));
        try (var target = Files.newOutputStream(errors)) {
            imports.writeErrors(run.id(), xlsx, target);
            out.println("错误行已写入 " + errors);
        } catch (IOException e) {
            out.println("! 错误文件写不了（%s），请在页面 /admin/import 下载".formatted(errors));
        }
    }
}
