package io.issueloop.wecom;

import io.issueloop.delivery.NotDone;
import org.jspecify.annotations.Nullable;

/**
 * WeCom did not answer, or not in words we understand: the call is worth repeating later. Whether
 * it took effect is unknown.
 */
public class WeComUnavailable extends RuntimeException {

    WeComUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Nobody answered at WeCom's address: the call never left. */
    static final class NotReached extends WeComUnavailable implements NotDone {
        NotReached(String api, String problem) {
            super("连接不到企业微信：%s（%s）".formatted(api, problem), null);
        }
    }

    /** {@code errcode} -1: WeCom asks to try again at once, at most three times (page 90313). */
    static final class SystemBusy extends WeComUnavailable implements NotDone {
        SystemBusy(String api) {
            super("企业微信系统繁忙（错误码 -1）：" + api, null);
        }
    }

    /** 40014 or 42001: the token died early; repeated once with a fresh one (page 91039). */
    static final class AccessTokenExpired extends WeComUnavailable implements NotDone {
        AccessTokenExpired(String api) {
            super("企业微信不接受访问凭证，换新后仍不接受：" + api, null);
        }
    }
}
