package io.issueloop.process.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Solution;
import io.issueloop.issue.imports.ImportColumn;
import io.issueloop.issue.imports.ImportRun;
import io.issueloop.issue.imports.ImportRun.Counts;
import io.issueloop.issue.imports.Imports;
import io.issueloop.issue.imports.Options;
import io.issueloop.notification.Message;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.support.People;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of other systems become issues, facts and tasks. */
@DisplayName("批量导入")
class ImportProcessTest extends IssueStory {

    private static final Options FOR_REAL = new Options(false, false, List.of(), Map.of());
    private static final Options UPDATE = new Options(false, true, List.of(), Map.of());
    private static final String HEAD =
            "外部编号,问题描述,紧急程度,关联项目,提报人,处理人,分类,创建时间,接单时间,解决时间,关闭时间,满意度,重复于,重复类型\n";
    private static int files;

    @Autowired private Imports imports;
    @Autowired private JdbcClient jdbc;
    private String prefix = "";

    @BeforeEach
    void otherKeys() {
        prefix = "F" + files++ + "-";
    }

    @Test
    @DisplayName("已关闭的行只留下事实：时间、顺序、满意度和时限都在，不起流程，不发消息")
    void closedRowsAreOnlyFacts() {
        var run =
                imported(
                        FOR_REAL,
                        "1,登录页有 bug,高,平台研发部,赵敏,zhangwei,,2026-11-02 09:30,2026/11/2 10:00,"
                                + "2026-11-03T16:40:00+08:00,2026-11-04 09:00,5,,");
        assertThat(run.counts()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        var issue = issue("1");
        isOver(issue.no(), IssueStatus.CLOSED);
        assertThat(issue.category()).contains("技术");
        assertThat(issue.stars()).contains(5);
        assertThat(issue.dueAt()).contains(Instant.parse("2026-11-04T01:30:00Z"));
        happened(
                issue.no(),
                IssueEventType.REPORTED,
                IssueEventType.CLASSIFIED,
                IssueEventType.SERVICE_LEVEL_SET,
                IssueEventType.ASSIGNED,
                IssueEventType.ACCEPTED,
                IssueEventType.RESOLVED,
                IssueEventType.RATED,
                IssueEventType.CLOSED);
        assertThat(deliveries(issue.no())).isEmpty();
    }

    @Test
    @DisplayName("未关闭的行从时间所说的步骤继续；每人一条汇总，没有逐条的卡片")
    void openRowsEnterWhereTheirTimesSay() {
        var run =
                imported(
                        FOR_REAL,
                        "1,说不清楚的事,,,zhaomin,,,2026-11-20 09:30,,,,,,",
                        "2,缺少接口文档,,平台研发部,zhaomin,,流程,2026-11-20 09:30,,,,,,",
                        "3,登录页有 bug,低,平台研发部,zhaomin,张伟,,2026-11-20 09:30,,,,,,",
                        "4,支付页有 bug,中,平台研发部,zhaomin,张伟,,2026-11-20 09:30,2026-11-20 11:00,,,,,",
                        "5,库存页有 bug,中,平台研发部,孙丽,张伟,,2026-11-18 09:30,2026-11-18 11:00,2026-11-19 11:00,,,,");
        assertThat(run.counts()).isEqualTo(new Counts(5, 0, 0, 0, 5));
        waitsFor(issue("1").no(), People.WANG_LEI, "人工分诊", IssueStatus.TRIAGE);
        assertThat(issue("2").status()).isEqualTo(IssueStatus.ASSIGNED);
        waitsFor(issue("3").no(), People.ZHANG, "接单", IssueStatus.ASSIGNED);
        waitsFor(issue("4").no(), People.ZHANG, "处理问题", IssueStatus.HANDLING);
        waitsFor(issue("5").no(), People.SUN, "评价解决效果", IssueStatus.RESOLVED);

        IntStream.rangeClosed(1, 5).forEach(n -> delivered(issue("" + n).no()));
        assertThat(wecom.messages).isEmpty();
        run(run, People.ZHANG);
        assertThat(messagesTo(People.ZHANG))
                .singleElement()
                .isInstanceOfSatisfying(
                        Message.Notice.class,
                        notice -> assertThat(notice.text()).contains("待接单：1 件", "处理中：1 件"));

        actions.resolve(issue("4").no(), People.ZHANG, new Solution("重复提交", "加锁", "已回归"));
        assertThat(issue("4").status()).isEqualTo(IssueStatus.RESOLVED);
        actions.confirmSolved(issue("5").no(), People.SUN, Optional.of(4), "");
        isOver(issue("5").no(), IssueStatus.CLOSED);
    }

    @Test
    @DisplayName("导入 200 件早已逾期的问题：不逐件提醒、不升级；每人一条汇总，次日早上一份清单")
    void twoHundredOverdueRowsFloodNobody() {
        var rows =
                IntStream.rangeClosed(1, 200)
                        .mapToObj(
                                n ->
                                        "%d,旧系统里的 bug %d,紧急,平台研发部,zhaomin,%s,,2026-10-20 09:30,2026-10-20 11:00,,,,,"
                                                .formatted(n, n, n % 2 == 0 ? "张伟" : "刘洋"))
                        .toArray(String[]::new);
        wecom.groupIsThere = true;
        var run = imported(FOR_REAL, rows);
        for (int n = 1; n <= 200; n += 20) {
            timersGoOff(issue("" + n).no());
            delivered(issue("" + n).no());
        }
        assertThat(wecom.messages).isEmpty();
        assertThat(wecom.said).isEmpty();
        assertThat(jdbc.sql("select count(*) from push").query(Integer.class).single()).isZero();
        assertThat(wecom.entries).doesNotContainKey(issue("1").no().value());

        for (var person : List.of(People.ZHANG, People.LIU, People.LI_XUE)) {
            everything(run, person, MONDAY_TEN.plusSeconds(420));
        }
        assertThat(messagesTo(People.ZHANG)).hasSize(1);
        for (var person : List.of(People.ZHANG, People.LIU, People.LI_XUE)) {
            everything(run, person, MONDAY_TEN.plus(Duration.ofMinutes(23 * 60 + 7)));
        }
        assertThat(messagesTo(People.ZHANG)).hasSize(2).last().isInstanceOf(Message.Digest.class);
        assertThat(messagesTo(People.LIU)).hasSize(2);
        assertThat(messagesTo(People.LI_XUE))
                .singleElement()
                .isInstanceOfSatisfying(
                        Message.Digest.class,
                        list -> {
                            assertThat(list.title()).isEqualTo("导入的问题中有 200 件已逾期");
                            assertThat(list.entries()).hasSize(9);
                        });
        assertThat(wecom.messages).hasSize(5);
    }

    @Test
    @DisplayName("试运行什么都不写，却说出同样的结果；错误文件里的行改好就能再导入")
    void aDryRunWritesNothing() throws IOException {
        var bad = "2,,特急,没有的项目,谁,,杂项,昨天,,,,9,,";
        var run = imported(Options.DRY_RUN, "1,登录页有 bug,,,赵敏,,,2026-11-20 09:30,,,,,,", bad);
        assertThat(run.counts()).isEqualTo(new Counts(1, 0, 0, 1, 1));
        assertThat(
                        jdbc.sql("select count(*) from imported_issue where external_key = :key")
                                .param("key", prefix + "1")
                                .query(Long.class)
                                .single())
                .isZero();
        var out = new ByteArrayOutputStream();
        imports.writeErrors(run.id(), false, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("\uFEFF外部编号,")
                .contains("错误原因", "第 3 行", "请填写问题描述", "找不到成员“谁”", "分类“杂项”无效", "满意度“9”无效");
    }

    @Test
    @DisplayName("重复提报并入后面才出现的那一行；那一行有错时这一行也不导入")
    void linksMayPointAhead() {
        var run =
                imported(
                        FOR_REAL,
                        "1,登录页有 bug,,,赵敏,,技术,2026-11-02 10:30,,,,," + prefix + "2,重复提报",
                        "2,登录页有 bug,,,孙丽,张伟,技术,2026-11-02 09:30,,2026-11-03 09:30,2026-11-03 10:30,,,",
                        "3,又来了,,,孙丽,张伟,技术,2026-11-04 09:30,,,,," + prefix + "4,复发",
                        "4,没有提报人,,,,,,2026-11-04 09:30,,,,,,");
        assertThat(run.counts()).isEqualTo(new Counts(2, 0, 0, 2, 0));
        assertThat(issue("1").status()).isEqualTo(IssueStatus.CLOSED);
        assertThat(issue("1").note()).contains("与 %s 重复，已并入".formatted(issue("2").no()));
        happened(
                issue("1").no(),
                IssueEventType.REPORTED,
                IssueEventType.TRIAGED,
                IssueEventType.LINKED,
                IssueEventType.CLOSED);
        assertThat(imports.problems(run.id(), 9))
                .extracting(problem -> problem.line())
                .containsExactly(4, 5);
    }

    @Test
    @DisplayName("更新补上空白处并从新的步骤继续；已记录的不改；人已动过的不碰")
    void updatesFillWhatWasEmpty() {
        imported(FOR_REAL, "1,登录页有 bug,,平台研发部,赵敏,张伟,,2026-11-20 09:30,,,,,,");
        var more =
                "1,登录页有 bug,,平台研发部,赵敏,张伟,,2026-11-20 09:30,2026-11-20 10:30,2026-11-20 15:00,,,,";
        assertThat(imported(FOR_REAL, more).counts()).isEqualTo(new Counts(0, 0, 1, 0, 0));
        assertThat(imported(UPDATE, more).counts()).isEqualTo(new Counts(0, 1, 0, 0, 0));
        waitsFor(issue("1").no(), People.ZHAO, "评价解决效果", IssueStatus.RESOLVED);
        assertThat(imported(UPDATE, more).counts()).isEqualTo(new Counts(0, 0, 1, 0, 0));

        var other = imported(UPDATE, more.replace("09:30", "09:31"));
        assertThat(imports.problems(other.id(), 1).get(0).reason()).contains("创建时间不能修改");
        actions.confirmSolved(issue("1").no(), People.ZHAO, Optional.of(5), "");
        var late = imported(UPDATE, more.replace("登录页", "首页"));
        assertThat(imports.problems(late.id(), 1).get(0).reason()).contains("已在系统中处理");
    }

    @Test
    @DisplayName("GBK 与自定列名都认得；缺列时说缺哪一列；基线写进事实")
    void otherFilesAreUnderstood() throws IOException {
        var text = "编号,问题描述,提报人,创建时间,备注\n" + prefix + "1,登录页有 bug,赵敏,2026年11月2日 9:30,无";
        var file = upload(text, Charset.forName("GBK"));
        assertThatThrownBy(() -> imports.perform(file, FOR_REAL, People.SUN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("外部编号");
        var mapped =
                new Options(
                        false,
                        false,
                        Options.periods("2026Q2， 2026-05"),
                        Map.of(ImportColumn.KEY, "编号"));
        var run = imports.perform(file, mapped, People.SUN);
        assertThat(run.ignored()).containsExactly("备注");
        assertThat(issues.history(issue("1").no()).get(0).event().payload())
                .containsEntry("baseline", List.of("2026Q2", "2026-05"));
        assertThatThrownBy(() -> new Options(false, false, List.of("Q2"), Map.of()))
                .hasMessageContaining("不是周期");
    }

    private ImportRun imported(Options options, String... rows) {
        var text =
                HEAD
                        + List.of(rows).stream()
                                .map(row -> prefix + row)
                                .collect(Collectors.joining("\n"));
        try {
            return imports.perform(upload(text, StandardCharsets.UTF_8), options, People.SUN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long upload(String text, Charset charset) throws IOException {
        return imports.upload(
                        "issues.csv", new ByteArrayInputStream(text.getBytes(charset)), People.SUN)
                .fileId();
    }

    private Issue issue(String key) {
        return issues.get(
                IssueNo.of(
                        jdbc.sql("select issue_no from imported_issue where external_key = :key")
                                .param("key", prefix + key)
                                .query(String.class)
                                .single()));
    }

    private void timersGoOff(IssueNo issue) {
        var handling =
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(issue.value(), "issue_handling")
                        .singleResult();
        management.createJobQuery().processInstanceId(handling.getId()).timers().list().stream()
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    /** Whatever the import owes a person at that time; what has to wait is tried again later. */
    private void everything(ImportRun run, UserId person, Instant at) {
        clock.moveTo(at);
        for (var job : deliveries("IMPORT-" + run.id() + "/" + person)) {
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException waits) {
                assertThat(waits).hasStackTraceContaining("免打扰");
            }
        }
    }

    /** The digest of one person. */
    private void run(ImportRun run, UserId person) {
        var instance =
                runtime.createProcessInstanceQuery()
                        .variableValueEquals("effect", "IMPORT_DIGEST")
                        .processInstanceBusinessKey(
                                "IMPORT-" + run.id() + "/" + person, "wecom_delivery")
                        .singleResult();
        var job = management.createJobQuery().processInstanceId(instance.getId()).singleResult();
        clock.moveTo(MONDAY_TEN.plusSeconds(420)); // never on the hour
        management.executeJob(job.getId());
    }
}
