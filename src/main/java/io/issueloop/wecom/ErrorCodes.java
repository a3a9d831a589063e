package io.issueloop.wecom;

import java.util.Map;
import java.util.Set;

/** What the codes people meet mean and what they can do about them (pages 90313, 94888, 90236). */
final class ErrorCodes {

    static final int SYSTEM_BUSY = -1;
    static final int INVALID_TOKEN = 40014;
    static final int INVALID_PARAMETER = 40058;
    static final int TOKEN_EXPIRED = 42001;
    static final int FREQUENCY_EXCEEDED = 45009;
    static final int TOO_MANY_CONCURRENT = 45033;
    static final int CONFLICTING_OPERATION = 45035;
    static final int VERSION_CONFLICT = 6000;
    static final int INVALID_CODE = 40029;
    static final int CODE_USED = 42022;
    static final int TASK_ID_REPEATED = 42014;
    static final int RECALL_TOO_LATE = 42052;
    static final int RESPONSE_CODE_USED = 60140;
    static final int NO_VALID_RECEIVER = 81013;
    static final int CHAT_EXISTS = 86215;
    static final int TEMPLATE_REFUSED = 301086;

    private static final Map<Integer, String> ADVICE =
            Map.ofEntries(
                    Map.entry(40001, "应用密钥（secret）不正确，请核对 WECOM_SECRET。"),
                    Map.entry(40013, "企业 ID 不正确，请核对 WECOM_CORP_ID。"),
                    Map.entry(40056, "应用编号不正确，请核对 WECOM_AGENT_ID。"),
                    Map.entry(INVALID_PARAMETER, "参数不合法，请把本条信息交给运维。"),
                    Map.entry(40091, "应用密钥不属于该企业，请核对 WECOM_SECRET 与 WECOM_CORP_ID。"),
                    Map.entry(41002, "缺少企业 ID，请设置 WECOM_CORP_ID。"),
                    Map.entry(41004, "缺少应用密钥，请设置 WECOM_SECRET。"),
                    Map.entry(42015, "卡片不是由本应用发送的，无法更新。"),
                    Map.entry(48001, "接口未授权，请在管理后台为应用开通该接口。"),
                    Map.entry(48002, "应用没有该接口的权限，请在管理后台把应用加入对应功能的「可调用接口的应用」。"),
                    Map.entry(48006, "接口权限因长期未使用被收回，请在管理后台重新开通。"),
                    Map.entry(48009, "该密钥无权读取成员详情，请使用自建应用的密钥。"),
                    Map.entry(50001, "回调域名不可信，请在应用设置中把本系统域名设为可信域名。"),
                    Map.entry(60003, "部门不存在，请刷新通讯录。"),
                    Map.entry(60011, "应用对该成员、部门或标签没有权限，请在管理后台调整应用的可见范围。"),
                    Map.entry(60020, "本机出口 IP 不在应用的可信 IP 列表，请在管理后台「企业可信IP」中添加。"),
                    Map.entry(60021, "成员不在应用的可见范围，请在管理后台扩大可见范围。"),
                    Map.entry(60111, "成员不存在，请刷新通讯录。"),
                    Map.entry(60123, "部门不存在，请刷新通讯录。"),
                    Map.entry(NO_VALID_RECEIVER, "收件人都不存在或不在应用的可见范围，请检查可见范围或更换收件人。"),
                    Map.entry(82001, "没有指定收件人。"),
                    Map.entry(301055, "应用没有审批权限，请在管理后台「审批 → API → 可调用接口的应用」中加入本应用。"),
                    Map.entry(301056, "企业停用了审批应用，请在管理后台启用。"),
                    Map.entry(301065, "应用没有汇报权限，请在管理后台「汇报 → API → 可调用接口的应用」中加入本应用。"),
                    Map.entry(301086, "审批模板的内容或名称不被接受；若管理后台已有同名模板，请先改名或停用。"),
                    Map.entry(301087, "企业的审批模板数已到上限，请在管理后台删除不用的模板。"),
                    Map.entry(301088, "应用没有审批权限，请在管理后台「审批 → API → 可调用接口的应用」中加入本应用。"),
                    Map.entry(301085, "文档编号不合法，文档可能已被删除，请重新运行 setup。"),
                    Map.entry(404, "该地址没有这个接口，请核对 WECOM_BASE_URL。"),
                    Map.entry(851003, "应用无权操作该文档，只有由本应用创建的文档才能读写。"));

    /** They say nothing about the thing that was asked for. */
    private static final Set<Integer> NOT_ALLOWED =
            Set.of(40056, 48001, 48002, 48006, 60011, 60020, 301055, 301065, 301088, 404);

    private ErrorCodes() {}

    static boolean isNotAllowed(int errcode) {
        return NOT_ALLOWED.contains(errcode);
    }

    static boolean isKnown(int errcode) {
        return ADVICE.containsKey(errcode);
    }

    static String advice(int errcode) {
        return ADVICE.getOrDefault(errcode, "请在企业微信「全局错误码」页查询该错误码，处理后在 Cockpit 中重试。");
    }
}
