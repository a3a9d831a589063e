package io.issueloop.wecom;

import org.jspecify.annotations.Nullable;

/**
 * WeCom did not answer, or not in words we understand: the call is worth repeating later. Whether
 * it took effect is unknown.
 */
public class WeComUnavailable extends RuntimeException {

    WeComUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** {@code errcode} -1: WeCom asks to try again at once, at most three times (page 90313). */
    static final class SystemBusy extends WeComUnavailable {
        SystemBusy(String api) {
            super("企业微信系统繁忙（错误码 -1）：" + api, null);
        }
    }

    /** 40014 or 42001: the token died early; repeated once with a fresh one (page 91039). */
    static final class AccessTokenExpired extends WeComUnavailable {
        AccessTokenExpired(String api) {
            super("企业微信不接受访问凭证，换新后仍不接受：" + api, null);
        }
    }
}
