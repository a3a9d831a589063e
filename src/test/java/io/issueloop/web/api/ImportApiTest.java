package io.issueloop.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.issue.imports.Imports;
import io.issueloop.issue.imports.Options;
import io.issueloop.shared.UserId;
import io.issueloop.web.Browser;
import io.issueloop.web.WebTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
@DisplayName("批量导入：页面的接口与文件")
class ImportApiTest {

    private static final String ADDRESS = "/api/admin/imports";
    private static final UserId ADMIN = UserId.of("sunops");

    @LocalServerPort private int port;
    @Autowired private Imports imports;

    @Test
    @DisplayName("Excel 的日期单元格、数字编号都读得懂；错误文件可以原样再导入，不会变成公式")
    void spreadsheetsAreRead() throws IOException {
        var admin = Browser.of("sunops", port);
        var file = imports.upload("历史.xlsx", workbook(), ADMIN);
        assertThat(file.columns()).startsWith("外部编号", "创建时间");
        var started =
                admin.post(
                        ADDRESS,
                        "{\"fileId\": %d, \"dryRun\": true, \"updates\": false}"
                                .formatted(file.fileId()));
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        imports.performNext();

        var run = admin.get(ADDRESS + "/" + started.json().path("id").asLong()).json();
        assertThat(run.at("/run/state").asText()).isEqualTo("DONE");
        assertThat(run.at("/run/counts/refused").asInt()).isEqualTo(1);
        assertThat(run.at("/run/counts/added").asInt()).isEqualTo(1);
        assertThat(run.at("/problems/0/key").asText()).isEqualTo("1002");
        assertThat(run.at("/problems/0/reason").asText()).contains("找不到成员");
        assertThat(admin.get(ADDRESS).json().at("/runs/0/fileName").asText()).isEqualTo("历史.xlsx");

        var errors = new ByteArrayOutputStream();
        imports.writeErrors(started.json().path("id").asLong(), true, errors);
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(errors.toByteArray()))) {
            var row = read.getFirstSheet().read().get(1);
            assertThat(row.getCellText(1)).isEqualTo("'=HYPERLINK(\"http://x\")");
            assertThat(row.getCellText(7)).isEqualTo("2026-05-06 09:30:00");
        }
        var again =
                imports.upload("again.xlsx", new ByteArrayInputStream(errors.toByteArray()), ADMIN);
        var second = imports.perform(again.fileId(), Options.DRY_RUN, ADMIN);
        assertThat(second.ignored()).containsExactly("错误原因");
        assertThat(imports.problems(second.id(), 1).get(0).cells().values())
                .contains("=HYPERLINK(\"http://x\")");
    }

    @Test
    @DisplayName("缺少必需的列、不是文件、不存在的导入：用中文说明，不是 500")
    void nonsenseIsRefused() throws IOException {
        var admin = Browser.of("sunops", port);
        var file = imports.upload("a.csv", bytes("编号,描述\n1,x"), ADMIN).fileId();
        var started = admin.post(ADDRESS, "{\"fileId\": %d, \"dryRun\": true}".formatted(file));
        assertThat(started.status()).isEqualTo(422);
        assertThat(started.json().path("detail").asText()).contains("缺少必需的列", "外部编号");
        assertThat(admin.get(ADDRESS + "/999999").status()).isEqualTo(422);
        var template = admin.get(ADDRESS + "/template");
        assertThat(template.status()).isEqualTo(200);
        assertThat(template.response().headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(new Options(false, false, List.of("2026Q2"), Map.of()).baseline())
                .containsExactly("2026Q2");
    }

    private static ByteArrayInputStream workbook() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("问题");
            var head = List.of("外部编号", "创建时间", "问题描述", "提报人", "处理人", "备注");
            for (int column = 0; column < head.size(); column++) {
                sheet.value(0, column, head.get(column));
            }
            for (int row = 1; row <= 2; row++) {
                sheet.value(row, 0, 1000 + row);
                sheet.value(row, 1, java.time.LocalDateTime.of(2026, 5, 6, 9, 30));
                sheet.style(row, 1).format("yyyy-MM-dd HH:mm").set();
                sheet.value(row, 2, row == 1 ? "登录页有 bug" : "=HYPERLINK(\"http://x\")");
                sheet.value(row, 3, row == 1 ? "sunops" : "谁");
            }
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
