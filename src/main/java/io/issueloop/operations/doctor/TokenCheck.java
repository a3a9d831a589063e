package io.issueloop.operations.doctor;

import io.issueloop.operations.doctor.About.Need;
import io.issueloop.wecom.WeComAccess;
import io.issueloop.wecom.WeComRejected;
import io.issueloop.wecom.WeComUnavailable;
import java.util.List;

/** WeCom knows the corp and its secret (40001, 40013, 40091). */
@About(
        value = "访问凭证",
        needs = {Need.SETTINGS, Need.DATABASE},
        grounds = Need.WECOM)
final class TokenCheck implements Check {

    private final WeComAccess access;

    TokenCheck(WeComAccess access) {
        this.access = access;
    }

    @Override
    public List<Finding> look() {
        try {
            access.signOn();
            return List.of(Finding.ok("企业 ID 与 Secret 有效"));
        } catch (WeComRejected rejected) {
            return List.of(
                    Finding.broken(
                            "企业微信不给访问凭证（错误码 %d）".formatted(rejected.errcode()), rejected.advice()));
        } catch (WeComUnavailable silent) {
            return List.of(
                    Finding.broken(
                            String.valueOf(silent.getMessage()),
                            "检查本机能否访问企业微信：网络、防火墙、WECOM_PROXY、WECOM_BASE_URL"));
        }
    }
}
