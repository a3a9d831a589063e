package io.issueloop.wecom;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What only a person can do, in WeCom's admin console, with the values to enter. The order is the
 * one it works in.
 */
@Component
public class ConsoleGuide {

    private static final int SHOWN = 4;

    private final WeComProperties properties;

    ConsoleGuide(WeComProperties properties) {
        this.properties = properties;
    }

    /**
     * One thing to do.
     *
     * @param where the way through the console's menus
     * @param entries what to enter or tick there
     */
    public record Step(String where, List<Entry> entries) {}

    /**
     * @param name as on the page
     * @param value to enter
     */
    public record Entry(String name, String value) {}

    /**
     * @param publicUrl where the application is reached
     * @param callerAddress our address as WeCom sees it
     * @param showSecrets whether Token and EncodingAESKey are given in full; only ever for the
     *     terminal of whoever asked for it
     */
    public List<Step> steps(URI publicUrl, Optional<String> callerAddress, boolean showSecrets) {
        var base = publicUrl.toString().replaceAll("/+$", "");
        var domain = publicUrl.getAuthority();
        var app = "本应用（AgentId " + properties.agentId() + "）";
        return List.of(
                new Step(
                        "应用管理 → 应用 → 本应用 → 可见范围",
                        List.of(new Entry("部门", "整个企业（根部门）；群聊与原生待办要求如此"))),
                new Step(
                        "应用管理 → 应用 → 本应用 → 企业可信IP",
                        List.of(new Entry("IP", callerAddress.orElse("服务器的出口 IP（这次未能得知）")))),
                new Step(
                        "应用管理 → 应用 → 本应用 → 接收消息 → 设置API接收",
                        List.of(
                                new Entry("URL", base + "/wecom/callback"),
                                new Entry(
                                        "Token（WECOM_CALLBACK_TOKEN）",
                                        shown(properties.callbackToken(), showSecrets)),
                                new Entry(
                                        "EncodingAESKey（WECOM_CALLBACK_AES_KEY）",
                                        shown(properties.callbackAesKey(), showSecrets)),
                                new Entry("勾选", "审批状态通知事件、通讯录变更事件、智能表格与文档变更事件、日程变更事件、菜单事件"))),
                new Step(
                        "应用管理 → 应用 → 本应用 → 网页授权及JS-SDK",
                        List.of(new Entry("可信域名", domain), new Entry("域名归属", "按页面提示完成校验"))),
                new Step("应用管理 → 应用 → 本应用 → 企业微信授权登录 → Web网页", List.of(new Entry("授权回调域", domain))),
                new Step("应用管理 → 应用 → 本应用 → 应用主页", List.of(new Entry("主页", base + "/"))),
                new Step(
                        "应用管理 → 应用 → 本应用 → 工作台应用主页 → 自定义展示",
                        List.of(new Entry("展示类型", "关键数据型（本命令已写入内容，此处须先启用）"))),
                new Step(
                        "应用管理 → 审批 / 汇报；协作 → 文档 / 微盘 / 会议 / 日程 → API → 可调用接口的应用",
                        List.of(new Entry("每一项都加入", app))),
                new Step(
                        "通讯录 → 标签",
                        List.of(
                                new Entry("KPI 管理员、流程管理员", "建立这两个标签，加入成员"),
                                new Entry("处理人（可选）", "建立后只有其中的人处理问题"))));
    }

    /** All but the end is hidden: enough to see whether it is the one on the page. */
    static String shown(String secret, boolean whole) {
        if (whole) {
            return secret;
        }
        var end = secret.length() > 2 * SHOWN ? secret.substring(secret.length() - SHOWN) : "";
        return "****" + end;
    }
}
