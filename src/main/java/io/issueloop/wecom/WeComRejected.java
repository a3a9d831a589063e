package io.issueloop.wecom;

import io.issueloop.delivery.InVain;
import io.issueloop.delivery.NotDone;

/**
 * WeCom refused a call for good: repeating it unchanged will not help. The message is Chinese and
 * says what to do (codes: page 90313).
 */
public class WeComRejected extends RuntimeException implements InVain, NotDone {

    private final int errcode;

    WeComRejected(int errcode, String api, String errmsg) {
        super(
                "企业微信拒绝了 %s（错误码 %d）：%s 企业微信的原话：%s"
                        .formatted(api, errcode, ErrorCodes.advice(errcode), errmsg));
        this.errcode = errcode;
    }

    /** WeCom's {@code errcode}, or the HTTP status where there was no such code. */
    public int errcode() {
        return errcode;
    }

    /** Codes we have advice for wait for a person; unknown ones may pass. */
    @Override
    public boolean isInVain() {
        return ErrorCodes.isKnown(errcode);
    }
}
