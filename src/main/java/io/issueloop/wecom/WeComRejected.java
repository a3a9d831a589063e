package io.issueloop.wecom;

import io.issueloop.delivery.InVain;
import io.issueloop.delivery.NotDone;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * WeCom refused a call for good: repeating it unchanged will not help. The message is Chinese and
 * says what to do (codes: page 90313).
 */
public class WeComRejected extends RuntimeException implements InVain, NotDone {

    private static final Pattern CALLER = Pattern.compile("from ip: ([0-9a-fA-F.:]+)");

    private final int errcode;
    private final String errmsg;

    WeComRejected(int errcode, String api, String errmsg) {
        super(
                "企业微信拒绝了 %s（错误码 %d）：%s 企业微信的原话：%s"
                        .formatted(api, errcode, ErrorCodes.advice(errcode), errmsg));
        this.errcode = errcode;
        this.errmsg = errmsg;
    }

    /** WeCom's {@code errcode}, or the HTTP status where there was no such code. */
    public int errcode() {
        return errcode;
    }

    /** What people can do about it, in Chinese. */
    public String advice() {
        return ErrorCodes.advice(errcode);
    }

    /** Our address as WeCom sees it: its sentence for humans names it. */
    public Optional<String> callerAddress() {
        return addressIn(errmsg);
    }

    static Optional<String> addressIn(String errmsg) {
        var found = CALLER.matcher(errmsg);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Codes we have advice for wait for a person; unknown ones may pass. */
    @Override
    public boolean isInVain() {
        return ErrorCodes.isKnown(errcode);
    }
}
