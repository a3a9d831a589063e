package io.issueloop.operations;

import io.issueloop.standalone.StandaloneEnvironment;
import io.issueloop.wecom.ConsoleGuide;
import io.issueloop.wecom.WeComBusy;
import io.issueloop.wecom.WeComProbe;
import io.issueloop.wecom.WeComSetup;
import io.issueloop.wecom.WeComUnavailable;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;

/** Creates in WeCom what is missing, and says what only a person can do. */
final class SetupCommand implements Command {

    private static final String SHOW_SECRETS = "show-secrets";
    private static final List<String> SMALL = List.of("字段", "视图", "选项");

    @Override
    public String name() {
        return "setup";
    }

    @Override
    public String summary() {
        return "在企业微信中建立所需的一切，并列出管理后台要做的事";
    }

    @Override
    public String help() {
        return """
                建立智能表格、日历、审批模板、群聊、菜单、工作台、微盘空间，逐项读回核对；可以反复运行，
                已有的不会重复建立，被删除的会补上。某项被企业微信拒绝时，其余照常进行。
                应用运行与否都可以使用。

                选项：
                  --show-secrets  完整显示 Token 与 EncodingAESKey（默认只显示末四位）
                  --debug         显示日志
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of(SHOW_SECRETS, CommandContext.DEBUG);
    }

    @Override
    public Ending run(Call call) {
        try (var context = CommandContext.open(true, call)) {
            var report = context.getBean(WeComSetup.class).attempt();
            print(report, call.out());
            guide(context, call);
            return report.isUsable() ? Ending.DONE : Ending.FAILED;
        }
    }

    private static void print(WeComSetup.Report report, PrintStream out) {
        for (var part : report.parts()) {
            if (part.problem().isEmpty()) {
                out.println("✓ " + part.label());
            } else {
                out.println(
                        (part.essential() ? "✗ " : "! ")
                                + part.label()
                                + "："
                                + part.problem().get());
                out.println("  → " + (part.advice().isEmpty() ? "处理后再运行 setup" : part.advice()));
            }
        }
        out.println();
        if (report.created().isEmpty()) {
            out.println(report.failed().isEmpty() ? "已是最新，没有新建任何内容。" : "没有新建任何内容。");
        } else {
            out.println("新建了 " + String.join("、", summary(report.created())) + "。");
        }
        out.println();
    }

    /** Fields and the like come in dozens: they are counted. */
    private static List<String> summary(List<String> created) {
        var lines = new ArrayList<String>();
        var counted = new TreeMap<String, Integer>();
        for (var thing : created) {
            var small = SMALL.stream().filter(thing::startsWith).findFirst();
            small.ifPresentOrElse(
                    kind -> counted.merge(kind, 1, Integer::sum), () -> lines.add(thing));
        }
        counted.forEach((kind, count) -> lines.add(count + " 个" + kind));
        return lines;
    }

    private static void guide(ConfigurableApplicationContext context, Call call) {
        var out = call.out();
        var environment = context.getEnvironment();
        out.println(
                StandaloneEnvironment.hasSandbox(environment)
                        ? "当前连接的是沙箱，不需要管理后台。连接真实企业时，由人在管理后台完成："
                        : "以下须由人在企业微信管理后台（work.weixin.qq.com）完成，做过的可跳过：");
        var url = URI.create(environment.getRequiredProperty("issueloop.public-url"));
        var steps =
                context.getBean(ConsoleGuide.class)
                        .steps(url, address(context), call.has(SHOW_SECRETS));
        int number = 1;
        for (var step : steps) {
            out.println("%2d. %s".formatted(number++, step.where()));
            step.entries()
                    .forEach(entry -> out.println("    " + entry.name() + "：" + entry.value()));
        }
    }

    private static Optional<String> address(ConfigurableApplicationContext context) {
        try {
            return context.getBean(WeComProbe.class).ask().callerAddress();
        } catch (WeComUnavailable | WeComBusy unknown) {
            return Optional.empty();
        }
    }
}
