package io.issueloop.operations.doctor;

import io.issueloop.operations.doctor.About.Need;
import io.issueloop.wecom.WeComProbe;
import io.issueloop.wecom.WeComUnavailable;
import java.time.Duration;
import java.util.List;
import org.springframework.core.env.Environment;

/** Our clock agrees with WeCom's: due times, tokens and signatures depend on it. */
@About(value = "时钟", needs = Need.SETTINGS)
final class ClockCheck implements Check {

    private static final Duration NOTICEABLE = Duration.ofSeconds(60);
    private static final Duration TOO_MUCH = Duration.ofMinutes(5);

    private final WeComProbe probe;
    private final Environment environment;

    ClockCheck(WeComProbe probe, Environment environment) {
        this.probe = probe;
        this.environment = environment;
    }

    @Override
    public List<Finding> look() {
        var offset = environment.getProperty("issueloop.clock-offset", "");
        if (!offset.isBlank()) {
            return List.of(Finding.ok("试用时钟，偏移 " + offset + "（ISSUELOOP_CLOCK_OFFSET），不与企业微信比较"));
        }
        try {
            return List.of(
                    probe.ask()
                            .ahead()
                            .map(ClockCheck::judged)
                            .orElse(Finding.ok("企业微信的回答中没有时间，无法比较")));
        } catch (WeComUnavailable silent) {
            return List.of(Finding.skipped("未检查：企业微信没有回答"));
        }
    }

    static Finding judged(Duration ahead) {
        var apart = ahead.abs();
        if (apart.compareTo(NOTICEABLE) <= 0) {
            return Finding.ok("与企业微信相差不到 %d 秒".formatted(apart.toSeconds() + 1));
        }
        var text =
                "本机时钟比企业微信%s %s".formatted(ahead.isNegative() ? "慢" : "快", Words.duration(apart));
        var advice = "校准本机时间（例如启用 chrony 或 systemd-timesyncd）";
        return apart.compareTo(TOO_MUCH) > 0
                ? Finding.broken(text, advice)
                : Finding.warning(text, advice);
    }
}
