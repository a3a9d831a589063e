package io.issueloop.standalone;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * {@code issueloop.clock-offset} (ISO-8601 duration, may be negative): lets the application live in
 * another time during a trial. Never with the real WeCom, whose clock nobody can move.
 */
final class ClockOffset {

    static final String PROPERTY = "issueloop.clock-offset";

    private ClockOffset() {}

    /**
     * @throws StartRefused when it is not a duration
     */
    static Optional<Duration> of(Environment environment) {
        var text = environment.getProperty(PROPERTY, "");
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text.strip()));
        } catch (DateTimeParseException e) {
            throw new StartRefused(
                    "ISSUELOOP_CLOCK_OFFSET 的值“%s”不是 ISO-8601 时长，例如 P30D 或 -PT2H。".formatted(text),
                    e);
        }
    }

    /** To be asked before the sandbox sets {@code wecom.corp-id} itself. */
    static void refuseWithRealWeCom(Environment environment) {
        if (of(environment).isPresent()
                && StandaloneEnvironment.isSet(environment, "wecom.corp-id")) {
            throw new StartRefused(
                    "已连接真实企业微信（WECOM_CORP_ID），不能同时设置 ISSUELOOP_CLOCK_OFFSET：时钟偏移只用于沙箱试用。");
        }
    }
}
