package io.issueloop.standalone;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the application where everything is. */
@Component
class StartupSummary {

    private static final Logger log = LoggerFactory.getLogger(StartupSummary.class);

    private final Environment environment;
    private final DataSource dataSource;
    private final ObjectProvider<EmbeddedDatabase> embedded;
    private final List<StartupLine> others;

    StartupSummary(
            Environment environment,
            DataSource dataSource,
            ObjectProvider<EmbeddedDatabase> embedded,
            List<StartupLine> others) {
        this.environment = environment;
        this.dataSource = dataSource;
        this.embedded = embedded;
        this.others = others;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        log.info("IssueLoop 问题闭环已就绪\n{}", String.join("\n", lines()));
    }

    List<String> lines() {
        var address = environment.getProperty("issueloop.public-url", "");
        var lines = new ArrayList<String>();
        lines.add(entry("主页", address + "/"));
        lines.add(entry("看板", address + "/dashboard"));
        lines.add(entry("Tasklist", address + "/camunda/app/tasklist/"));
        lines.add(entry("Cockpit", address + "/camunda/app/cockpit/"));
        lines.add(entry("企业微信", weCom()));
        lines.add(entry("数据库", database()));
        embedded.ifAvailable(server -> lines.add(entry("数据目录", server.home().toString())));
        for (var other : others) {
            other.text().get().forEach(text -> lines.add(entry(other.label(), text)));
        }
        return lines;
    }

    private String weCom() {
        var sandbox = environment.getProperty(SandboxLauncher.ADDRESS);
        return sandbox != null
                ? "沙箱 " + sandbox + "/"
                : environment.getProperty("wecom.base-url", "");
    }

    private String database() {
        try (var connection = dataSource.getConnection()) {
            var url = connection.getMetaData().getURL().replaceFirst("\\?.*", "");
            var version = connection.getMetaData().getDatabaseProductVersion();
            var durability = Durability.of(connection);
            var warning = durability.isSafe() ? "" : "（警告：断电可能丢失数据）";
            return "PostgreSQL " + version + "，" + url + "，" + durability + warning;
        } catch (SQLException e) {
            return "无法连接：" + e.getMessage();
        }
    }

    private static String entry(String label, String text) {
        return "  " + label + "：" + text;
    }
}
