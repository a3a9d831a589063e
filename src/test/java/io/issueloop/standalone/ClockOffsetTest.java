package io.issueloop.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

class ClockOffsetTest {

    @Test
    void offsetMovesTheClockOfTheApplication() {
        new ApplicationContextRunner()
                .withBean("clock", Clock.class, Clock::systemUTC)
                .withUserConfiguration(ClockOffsetConfiguration.class)
                .withPropertyValues("issueloop.clock-offset=P30D")
                .run(
                        context ->
                                assertThat(
                                                Duration.between(
                                                        Clock.systemUTC().instant(),
                                                        context.getBean(Clock.class).instant()))
                                        .isBetween(Duration.ofDays(29), Duration.ofDays(31)));
    }

    @Test
    void realWeComRefusesIt() {
        var real = with("P1D").withProperty("wecom.corp-id", "ww1");
        assertThatThrownBy(() -> ClockOffset.refuseWithRealWeCom(real))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("ISSUELOOP_CLOCK_OFFSET");
        var empty = with("P1D").withProperty("wecom.corp-id", "");
        assertThatCode(() -> ClockOffset.refuseWithRealWeCom(empty)).doesNotThrowAnyException();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> ClockOffset.of(with("两天")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("两天");
    }

    @Test
    void absentOrEmptyIsNone() {
        assertThat(ClockOffset.of(new MockEnvironment())).isEmpty();
        assertThat(ClockOffset.of(with(" "))).isEmpty();
        assertThat(ClockOffset.of(with("-PT2H"))).contains(Duration.ofHours(-2));
    }

    private static MockEnvironment with(String offset) {
        return new MockEnvironment().withProperty(ClockOffset.PROPERTY, offset);
    }
}
