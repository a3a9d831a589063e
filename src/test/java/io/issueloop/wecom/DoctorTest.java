package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.issueloop.operations.doctor.Doctor;
import io.issueloop.operations.doctor.Finding;
import io.issueloop.operations.doctor.Finding.Level;
import io.issueloop.process.health.EngineHealth;
import io.issueloop.sandbox.SandboxDefaults;
import io.issueloop.standalone.CommandEnvironment.Ground;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What doctor finds, and what it says to do. */
class DoctorTest {

    private static final String DEPARTMENTS = "/cgi-bin/department/list";
    private static final String TOKEN = "/cgi-bin/gettoken";

    private final World world = World.shared();
    private final JdbcClient jdbc = world.the(JdbcClient.class);
    private final Map<String, Object> settings = new HashMap<>();
    private AnnotationConfigApplicationContext beside;

    @BeforeEach
    void besideTheApplication() {
        settings.put("issueloop.public-url", address());
        beside = new AnnotationConfigApplicationContext();
        beside.setParent(world.context());
        beside.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", settings));
        beside.registerBean(
                Ground.class, () -> new Ground(false, Optional.empty(), Optional.empty()));
        beside.registerBean(EngineHealth.class);
        jdbc.sql("delete from wecom_callback_refusal").update();
    }

    @AfterEach
    void end() {
        beside.close();
    }

    @Test
    @DisplayName("一切正常：没有故障")
    void soundInstallationIsNotBroken() {
        assertThat(broken()).isEmpty();
        assertThat(found("访问凭证").text()).contains("有效");
        assertThat(found("可信 IP").text()).contains("127.0.0.1");
        assertThat(found("回调地址").text()).contains("可达");
        assertThat(found("可见范围").text()).contains("名成员");
        assertThat(found("企业微信资源").text()).contains("读回核对无误");
        assertThat(found("时钟").text()).contains("相差不到");
        assertThat(found("故障").text()).contains("没有故障");
    }

    @ParameterizedTest
    @CsvSource({"40001,WECOM_SECRET", "40013,WECOM_CORP_ID", "40091,WECOM_SECRET"})
    void refusedSignOnNamesTheSetting(int errcode, String setting) {
        world.people.fault(TOKEN, "errcode", errcode, 1);
        assertThat(broken())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.text()).contains("" + errcode);
                            assertThat(finding.advice()).contains(setting);
                        });
        assertThat(found("可信 IP").level()).isNotEqualTo(Level.BROKEN);
    }

    @Test
    @DisplayName("60020：说出要加入可信 IP 的地址，其余接口不再逐个报错")
    void unsafeAddressIsNamed() {
        world.people.fault(DEPARTMENTS, "errcode", 60020, 1);
        assertThat(broken())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.text()).contains("60020", "127.0.0.1");
                            assertThat(finding.advice()).contains("企业可信IP", "127.0.0.1");
                        });
    }

    @Test
    void skippedChecksSayWhatToSolveFirst() {
        world.people.fault(DEPARTMENTS, "errcode", 60020, 1);
        assertThat(examined("可见范围"))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.level()).isEqualTo(Level.SKIPPED);
                            assertThat(finding.text()).contains("企业微信");
                        });
    }

    @Test
    @DisplayName("时钟快了十分钟：故障，并说快了多少")
    void clockTenMinutesAheadIsBroken() {
        var settings = TestSettings.of(world.people.address());
        var ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
        beside.registerBean("weComProbe", WeComProbe.class, () -> new WeComProbe(settings, ahead));
        assertThat(found("时钟").level()).isEqualTo(Level.BROKEN);
        assertThat(found("时钟").text()).containsPattern("快 (9|10) 分钟");
    }

    @ParameterizedTest
    @CsvSource({
        "wecom.callback-token,AnotherToken,WECOM_CALLBACK_TOKEN",
        "wecom.callback-aes-key,abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG,WECOM_CALLBACK_AES_KEY",
        "wecom.corp-id,wwanother,WECOM_CORP_ID"
    })
    @DisplayName("回调验证失败：分得清是 Token、EncodingAESKey 还是企业 ID")
    void callbackProblemsAreToldApart(String property, String value, String setting) {
        var own = propertiesWith(property, value);
        beside.registerBean(
                "callbackProbe",
                CallbackProbe.class,
                () -> new CallbackProbe(own, world.the(CallbackRefusals.class), jdbc));
        assertThat(found("回调地址").level()).isEqualTo(Level.BROKEN);
        assertThat(found("回调地址").advice()).contains(setting);
    }

    @Test
    @DisplayName("企业微信那边的 Token 填错：自己的验证通过，但提醒有请求因签名不符被拒绝")
    void refusedCallbacksOfOthersAreMentioned() {
        world.the(CallbackRefusals.class).noted(CallbackCrypto.Forged.Reason.SIGNATURE);
        await().until(() -> !world.the(CallbackRefusals.class).all().isEmpty());
        assertThat(examined("回调地址"))
                .satisfiesExactly(
                        fine -> assertThat(fine.level()).isEqualTo(Level.OK),
                        others -> {
                            assertThat(others.level()).isEqualTo(Level.WARNING);
                            assertThat(others.text()).contains("签名不符");
                            assertThat(others.advice()).contains("Token");
                        });
    }

    @Test
    void nobodyAtTheAddressIsUnreachable() {
        settings.put("issueloop.public-url", "http://127.0.0.1:1");
        assertThat(found("回调地址").text()).contains("无法访问");
    }

    @Test
    @DisplayName("地址上是别的程序：不当作本应用")
    void somethingElseAtTheAddressIsSaid() throws Exception {
        try (var other = new TinyServer(call -> TinyServer.reply(call, 200, "<html>"))) {
            settings.put("issueloop.public-url", other.url());
            assertThat(found("回调地址").text()).contains("不是本应用");
        }
    }

    @Test
    void missingSettingsAreNamedWithoutTheirValues() {
        settings.put("wecom.secret", "");
        settings.put("wecom.callback-aes-key", "too-short-and-secret");
        var result = examined("设置");
        assertThat(result)
                .extracting(Finding::text)
                .containsExactlyInAnyOrder("WECOM_SECRET 没有设置", "WECOM_CALLBACK_AES_KEY 格式不对");
        assertThat(result.toString()).doesNotContain("too-short-and-secret");
    }

    @Test
    @DisplayName("被删除的资源：说出是哪一个，并建议运行 setup")
    void missingResourceIsNamed() {
        jdbc.sql(
                        "update wecom_resource set id = 'gone-' || id where kind = 'CALENDAR' and key = '3'")
                .update();
        var finding =
                examined("企业微信资源").stream()
                        .filter(f -> f.level() == Level.BROKEN)
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.text()).contains("团队日历", "应用研发部");
        assertThat(finding.advice()).isEqualTo("运行 setup");
        world.the(WeComSetup.class).run();
    }

    private static WeComProperties propertiesWith(String property, String value) {
        var known =
                new HashMap<>(
                        Map.of(
                                "wecom.corp-id", SandboxDefaults.CORP_ID,
                                "wecom.callback-token", SandboxDefaults.TOKEN,
                                "wecom.callback-aes-key", SandboxDefaults.AES_KEY));
        known.put(property, value);
        return TestSettings.callback(
                known.get("wecom.corp-id"),
                known.get("wecom.callback-token"),
                known.get("wecom.callback-aes-key"));
    }

    private List<Finding> broken() {
        return examine().stream()
                .flatMap(result -> result.findings().stream())
                .filter(finding -> finding.level() == Level.BROKEN)
                .toList();
    }

    private Finding found(String check) {
        return examined(check).get(0);
    }

    private List<Finding> examined(String check) {
        return examine().stream()
                .filter(result -> result.name().equals(check))
                .findFirst()
                .orElseThrow()
                .findings();
    }

    private List<Doctor.Result> last;

    private List<Doctor.Result> examine() {
        if (last == null) {
            if (!beside.isActive()) {
                beside.refresh();
            }
            last = new Doctor(beside.getAutowireCapableBeanFactory()).examine();
        }
        return last;
    }

    private String address() {
        var port = world.context().getEnvironment().getProperty("local.server.port");
        return "http://127.0.0.1:" + port;
    }
}
