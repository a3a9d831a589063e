package io.issueloop.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.shared.UserId;
import io.issueloop.support.TestClock;
import io.issueloop.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@DisplayName("企业微信能力的模式：设置、改变、各节点")
class ModesTest {

    private static final UserId GAO = UserId.of("gaoxiang");

    private final TestDatabase database = TestDatabase.create();
    private final TestClock clock = new TestClock("2026-11-23T10:07");
    private final List<Object> published = new ArrayList<>();

    private Modes node(Map<String, String> settings) {
        var changes = new ModeChanges(database.jdbc());
        return new Modes(new ModeSettings(settings), changes, published::add, clock);
    }

    @Test
    @DisplayName("没有设置就是自动；设置不分大小写")
    void settingsDecideWhatNobodyDecided() {
        var modes = node(Map.of("document", "manual", "GROUP", "Off"));
        assertThat(modes.of(Capability.DOCUMENT)).isEqualTo(Mode.MANUAL);
        assertThat(modes.of(Capability.GROUP)).isEqualTo(Mode.OFF);
        assertThat(modes.of(Capability.MESSAGE)).isEqualTo(Mode.AUTO);
    }

    @Test
    @DisplayName("管理员的决定胜过设置，对另一节点同样有效，可以收回；谁、何时、从什么到什么都留下")
    void aDecisionCountsOnAllNodesAndIsRemembered() {
        var settings = Map.of("table", "manual");
        var here = node(settings);
        assertThat(here.of(Capability.TABLE)).isEqualTo(Mode.MANUAL);
        here.change(Capability.TABLE, Optional.of(Mode.AUTO), GAO);
        assertThat(here.of(Capability.TABLE)).isEqualTo(Mode.AUTO);
        assertThat(node(settings).of(Capability.TABLE)).as("another node").isEqualTo(Mode.AUTO);
        clock.set("2026-11-24T09:01");
        here.change(Capability.TABLE, Optional.empty(), GAO);
        assertThat(here.of(Capability.TABLE)).isEqualTo(Mode.MANUAL);
        assertThat(here.history())
                .containsExactly(
                        new Modes.Change(
                                Capability.TABLE,
                                Mode.AUTO,
                                Optional.empty(),
                                GAO,
                                TestClock.at("2026-11-24T09:01")),
                        new Modes.Change(
                                Capability.TABLE,
                                Mode.MANUAL,
                                Optional.of(Mode.AUTO),
                                GAO,
                                TestClock.at("2026-11-23T10:07")));
        assertThat(published)
                .containsExactly(
                        new ModeChanged(Capability.TABLE, Mode.MANUAL, Mode.AUTO),
                        new ModeChanged(Capability.TABLE, Mode.AUTO, Mode.MANUAL));
    }

    @Test
    @DisplayName("环境变量 WECOM_MODE_… 就是设置")
    void environmentVariablesAreSettings() {
        assertThat(bound("WECOM_MODE_DOCUMENT", "manual").of(Capability.DOCUMENT))
                .isEqualTo(Mode.MANUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "WECOM_MODE_DOCUMENT, hand, 只能是：auto、manual、off",
        "WECOM_MODE_DOCUMENT, '', 只能是：auto、manual、off",
        "WECOM_MODE_FAX, auto, 没有对应的能力"
    })
    @DisplayName("无效的设置使启动失败，并用中文说明")
    void nonsenseIsRefused(String name, String value, String message) {
        assertThatThrownBy(() -> bound(name, value))
                .isInstanceOf(BindException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContainingAll(name, message);
    }

    private static ModeSettings bound(String name, String value) {
        var environment =
                new SystemEnvironmentPropertySource(
                        "systemEnvironment", Map.of(name, (Object) value));
        var binder = new Binder(ConfigurationPropertySources.from(environment));
        return binder.bind("wecom", ModeSettings.class).get();
    }
}
