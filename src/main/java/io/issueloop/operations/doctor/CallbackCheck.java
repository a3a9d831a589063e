package io.issueloop.operations.doctor;

import io.issueloop.operations.doctor.About.Need;
import io.issueloop.standalone.CommandEnvironment.Ground;
import io.issueloop.wecom.CallbackProbe;
import io.issueloop.wecom.CallbackProbe.Outcome;
import io.issueloop.wecom.CallbackProbe.Result;
import io.issueloop.wecom.WeComProbe;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** The callback address can be reached, and what answers there has our Token and EncodingAESKey. */
@About(
        value = "回调地址",
        needs = {Need.SETTINGS, Need.DATABASE})
final class CallbackCheck implements Check {

    private final CallbackProbe probe;
    private final WeComProbe weCom;
    private final Ground ground;
    private final URI callback;

    CallbackCheck(CallbackProbe probe, WeComProbe weCom, Ground ground, Environment environment) {
        this.probe = probe;
        this.weCom = weCom;
        this.ground = ground;
        var base = environment.getProperty("issueloop.public-url", "").replaceAll("/+$", "");
        this.callback = URI.create(base + "/wecom/callback");
    }

    @Override
    public List<Finding> look() {
        var hidden = hiddenFrom(weCom.address(), callback);
        if (hidden.isPresent()) {
            return List.of(hidden.get());
        }
        if (ground.serverDown()) {
            return List.of(Finding.warning("应用没有运行，无法检查 " + callback, "启动应用后再运行 doctor"));
        }
        var before = probe.refusedLately();
        var outcome = probe.verify(callback);
        return outcome.result() == Result.FINE && before.isPresent()
                ? List.of(finding(outcome), refused(before.get()))
                : List.of(finding(outcome));
    }

    /** We agree with ourselves; whoever else calls here does not, and may be WeCom. */
    private static Finding refused(Result why) {
        var what = why == Result.WRONG_TOKEN ? "签名不符" : "签名正确但密文解不开";
        var setting = why == Result.WRONG_TOKEN ? "Token" : "EncodingAESKey 与企业 ID";
        return Finding.warning(
                "最近一天有请求因" + what + "被拒绝，此后没有收到过回调",
                "核对「接收消息」页面上的 " + setting + " 与本应用的设置是否一致；若是他人扫描可忽略");
    }

    /** What only this machine can reach is of no use to a WeCom elsewhere. */
    static Optional<Finding> hiddenFrom(URI weCom, URI callback) {
        return isLocal(callback) && !isLocal(weCom)
                ? Optional.of(
                        Finding.broken(
                                callback + " 只有本机能访问，企业微信的回调到不了",
                                "把 ISSUELOOP_PUBLIC_URL 设为外网可访问的地址，并填到「接收消息」的 URL"))
                : Optional.empty();
    }

    private Finding finding(Outcome outcome) {
        return switch (outcome.result()) {
            case FINE -> Finding.ok(callback + " 可达，能解开企业微信的密文");
            case UNREACHABLE ->
                    Finding.broken(
                            "%s 无法访问（%s）".formatted(callback, outcome.detail()),
                            "检查应用是否在运行、域名解析、防火墙与反向代理，以及 ISSUELOOP_PUBLIC_URL");
            case SOMETHING_ELSE ->
                    Finding.broken(
                            "%s 有回答（%s），但不是本应用的回调".formatted(callback, outcome.detail()),
                            "检查 ISSUELOOP_PUBLIC_URL 和反向代理：/wecom/callback 须原样转给本应用");
            case WRONG_TOKEN ->
                    Finding.broken(
                            "签名不符：运行中的应用用的是另一个 Token",
                            "让两边的 WECOM_CALLBACK_TOKEN 与「接收消息」页面上的 Token 一致，然后重启应用");
            case WRONG_KEY ->
                    Finding.broken(
                            "密文解不开：运行中的应用用的是另一个 EncodingAESKey",
                            "让两边的 WECOM_CALLBACK_AES_KEY 与「接收消息」页面上的一致，然后重启应用");
            case WRONG_CORP ->
                    Finding.broken("企业不符：运行中的应用连接的是另一个企业", "让两边的 WECOM_CORP_ID 一致，然后重启应用");
            case REFUSED ->
                    Finding.broken(
                            callback + " 拒绝了验证请求，原因不明",
                            "核对 WECOM_CORP_ID、WECOM_CALLBACK_TOKEN、WECOM_CALLBACK_AES_KEY，确认应用与本命令用的是同一数据库");
        };
    }

    private static boolean isLocal(URI address) {
        var host = String.valueOf(address.getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
