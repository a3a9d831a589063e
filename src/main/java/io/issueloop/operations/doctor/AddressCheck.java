package io.issueloop.operations.doctor;

import io.issueloop.operations.doctor.About.Need;
import io.issueloop.wecom.WeComAccess;
import io.issueloop.wecom.WeComProbe;
import io.issueloop.wecom.WeComRejected;
import java.util.List;
import java.util.Optional;

/** Calls from this machine are let in: 60020 otherwise. */
@About(
        value = "可信 IP",
        needs = {Need.SETTINGS, Need.DATABASE, Need.WECOM},
        grounds = Need.WECOM)
final class AddressCheck implements Check {

    private static final int UNSAFE_ADDRESS = 60020;

    private final WeComAccess access;
    private final WeComProbe probe;

    AddressCheck(WeComAccess access, WeComProbe probe) {
        this.access = access;
        this.probe = probe;
    }

    @Override
    public List<Finding> look() {
        try {
            access.call();
            var address = probe.ask().callerAddress().map(ip -> "（" + ip + "）").orElse("");
            return List.of(Finding.ok("接口可以调用，出口 IP 已被信任" + address));
        } catch (WeComRejected rejected) {
            return List.of(
                    rejected.errcode() == UNSAFE_ADDRESS
                            ? unsafe(rejected.callerAddress())
                            : Finding.broken(
                                    "接口不能调用（错误码 %d）".formatted(rejected.errcode()),
                                    rejected.advice()));
        }
    }

    private static Finding unsafe(Optional<String> address) {
        return Finding.broken(
                "本机出口 IP %s不在企业可信 IP 列表，所有接口都被拒绝（错误码 60020）"
                        .formatted(address.map(ip -> ip + " ").orElse("")),
                "在管理后台「应用管理 → 本应用 → 企业可信IP」中添加 %s，几分钟后生效".formatted(address.orElse("服务器的出口 IP")));
    }
}
