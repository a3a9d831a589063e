package io.issueloop.delivery;

import java.time.Duration;

/** People are not to be disturbed now: what is scheduled waits for working hours. */
public final class Quiet extends NotNow {

    public Quiet(Duration wait) {
        super("现在是免打扰时间，到工作时间再发送", wait);
    }

    @Override
    public boolean isPlanned() {
        return true;
    }
}
