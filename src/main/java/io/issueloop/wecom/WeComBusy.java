package io.issueloop.wecom;

import io.issueloop.delivery.NotNow;
import java.time.Duration;

/** A frequency limit, WeCom's or our own, is reached: nothing was done; worth repeating later. */
public class WeComBusy extends NotNow {

    WeComBusy(String reason, Duration retryAfter) {
        super("%s，请在 %d 秒后重试".formatted(reason, Math.max(1, retryAfter.toSeconds())), retryAfter);
    }
}
