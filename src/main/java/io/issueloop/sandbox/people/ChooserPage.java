package io.issueloop.sandbox.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import org.springframework.web.util.HtmlUtils;

/**
 * "Who are you?", as plain HTML: members by department, each a button. Those outside the app's
 * visible range too: WeCom tells an app their userid all the same (page 91023).
 */
final class ChooserPage {

    private static final String HEAD =
            """
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>企业微信授权 · 沙箱</title>
            <link rel="icon" href="/web/icon.svg">
            <link rel="stylesheet" href="/web/base.css"><link rel="stylesheet" href="/web/login.css">
            </head><body class="login">
            """;

    private final Contacts contacts;
    private final String appName;
    private final boolean qr;

    ChooserPage(Contacts contacts, String appName, boolean qr) {
        this.contacts = contacts;
        this.appName = appName;
        this.qr = qr;
    }

    static String refusal(String reason) {
        return HEAD
                + "<main class=\"card refusal\"><h1>无法登录</h1><p>"
                + HtmlUtils.htmlEscape(reason)
                + "</p></main></body></html>";
    }

    String html(String redirectUri, String state, String scope) {
        var page = new StringBuilder(HEAD).append("<main class=\"card\">");
        page.append(
                """
                <header><span class="app-icon" aria-hidden="true">闭</span>
                <div><h1>%s</h1><p>%s</p></div></header>
                """
                        .formatted(
                                HtmlUtils.htmlEscape(appName),
                                qr ? "企业微信扫码登录 · 沙箱里请选择是谁在扫码" : "申请获取您的企业微信身份 · 请选择您是谁"));
        page.append("<form method=\"post\" action=\"/connect/oauth2/consent\">");
        page.append(hidden("redirect_uri", redirectUri))
                .append(hidden("state", state))
                .append(hidden("scope", scope));
        contacts.departments().forEach(department -> appendDepartment(page, department));
        return page.append("</form><footer>企业微信沙箱 · 仅供本机试用，不验证密码</footer></main></body></html>")
                .toString();
    }

    private void appendDepartment(StringBuilder page, ObjectNode department) {
        int id = department.path("id").asInt();
        if (contacts.membersOf(id).isEmpty()) {
            return;
        }
        page.append("<section><h2>")
                .append(text(department, "name"))
                .append(contacts.seesDepartment(id) ? "" : " · 不在应用的可见范围")
                .append("</h2><div class=\"people\">");
        contacts.leadersFirst(id).forEach(member -> appendMember(page, member));
        page.append("</div></section>");
    }

    private void appendMember(StringBuilder page, ObjectNode member) {
        var name = member.path("name").asText();
        page.append("<button name=\"userid\" value=\"")
                .append(text(member, "userid"))
                .append("\"><span class=\"avatar\" data-tone=\"")
                .append(Math.floorMod(name.hashCode(), 8))
                .append("\">")
                .append(HtmlUtils.htmlEscape(name.substring(Math.max(0, name.length() - 2))))
                .append("</span><span><b>")
                .append(text(member, "name"))
                .append("</b><small>")
                .append(text(member, "position"))
                .append("</small></span>");
        if (contacts.leads(member)) {
            page.append("<em>负责人</em>");
        }
        for (var tag : contacts.tags()) {
            if (Json.texts(tag.path("userlist")).contains(member.path("userid").asText())) {
                page.append("<em>").append(text(tag, "tagname")).append("</em>");
            }
        }
        page.append("</button>");
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(name, HtmlUtils.htmlEscape(value));
    }

    private static String text(ObjectNode node, String name) {
        return HtmlUtils.htmlEscape(node.path(name).asText());
    }
}
