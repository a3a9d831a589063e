package io.issueloop.process.work;

import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.appraisal.archive.QuarterArchive;
import io.issueloop.kpi.KpiRecomputation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.TimeZone;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is locked stays as it is, to the byte (kpi.md §5). */
class QuarterArchiveTest extends QuarterStory {

    private static final TimeZone OURS = TimeZone.getDefault();
    private static final List<String> ZONES =
            List.of("UTC", "Asia/Shanghai", "America/Los_Angeles");

    @Autowired private KpiRecomputation recomputation;
    @Autowired private TransactionTemplate transaction;

    @AfterEach
    void asItWas() {
        TimeZone.setDefault(OURS);
        jdbc.sql("select publish_calendar(1)").query().listOfRows();
        jdbc.sql("delete from calendar_version where version = 900").update();
    }

    @Test
    @DisplayName("改名、换团队名、换日历之后重新生成：JSON 与 xlsx 逐字节相同，换时区也相同")
    void sameBytesWhateverChanged() throws IOException {
        ended();
        published();
        lockedBy(CTO);
        var archive = archives.find(Q4, 1).orElseThrow();
        var json = content(archive, "json");
        var xlsx = content(archive, "xlsx");

        jdbc.sql("update member set name = '改名😀' || user_id").update();
        jdbc.sql("update team set name = '新团队' || team_id").update();
        jdbc.sql("insert into calendar_version (version, source) values (900, '测试')").update();
        jdbc.sql("select publish_calendar(900)").query().listOfRows();
        night("2027-01-25T00:00:00Z");
        refused(() -> recomputation.recompute(Q4), "已锁定（修订 1）");
        for (var zone : ZONES) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(archives.prove(archive).holds()).isTrue();
        }
        says(archive, json, xlsx);
    }

    @Test
    @DisplayName("输入校验值与数据库会话的时区无关")
    void theHashOfTheInputsKnowsNoZone() {
        ended();
        var hashes = new HashSet<String>();
        for (var zone : ZONES) {
            hashes.add(
                    transaction.execute(
                            status -> {
                                jdbc.sql("set local time zone '%s'".formatted(zone)).update();
                                return jdbc.sql(
                                                "select string_agg(sha256, ' ') from closing_inputs('2026Q4')")
                                        .query(String.class)
                                        .single();
                            }));
        }
        assertThat(hashes).hasSize(1);
    }

    @Test
    @DisplayName("上传微盘一次：中断后只补没有传上去的，归档本身不受影响")
    void eachFileGoesUpOnce() {
        ended();
        published();
        wecom.down = true;
        lockedBy(CTO);
        assertThat(archives.of(Q4)).hasSize(1);
        jdbc.sql(
                        "insert into sent (key, state, tries, claimed_at) values ('QUARTER_ARCHIVE/KPI-2026Q4-r1.xlsx', 'SENT', 1, now())")
                .update();
        jdbc.sql(
                        "update sent set reference = 'f1' where key = 'QUARTER_ARCHIVE/KPI-2026Q4-r1.xlsx'")
                .update();
        wecom.down = false;
        delivered("QUARTER-" + KEY);
        assertThat(wecom.shelved)
                .containsExactly("2026Q4/KPI-2026Q4-r1.json", "2026Q4/KPI-2026Q4-r1.sha256");
    }

    private void says(QuarterArchive archive, byte[] json, byte[] xlsx) throws IOException {
        var text = new String(json, StandardCharsets.UTF_8);
        assertThat(text)
                .contains("\"userid\":\"" + SUN, "\"name\":\"孙丽\"", "平台研发部")
                .contains("\"kind\":\"issueEvents\"", "classify_issue", "\"reason\":\"已解决")
                .doesNotContain("改名", "新团队");
        var sums = new String(content(archive, "sha256"), StandardCharsets.UTF_8);
        assertThat(sums.lines())
                .containsExactly(
                        sha256(json) + "  KPI-2026Q4-r1.json",
                        sha256(xlsx) + "  KPI-2026Q4-r1.xlsx");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("说明", "数值", "明细");
            assertThat(book.findSheet("明细").orElseThrow().read()).hasSizeGreaterThan(1);
        }
    }

    private byte[] content(QuarterArchive archive, String ending) throws IOException {
        try (var content = archives.open(archive, archive.file(ending).orElseThrow())) {
            return content.readAllBytes();
        }
    }

    private static String sha256(byte[] content) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
