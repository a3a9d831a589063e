package io.issueloop.sandbox.approval;

import static io.issueloop.sandbox.approval.ApprovalSandbox.REASON;
import static io.issueloop.sandbox.approval.ApprovalSandbox.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.issueloop.sandbox.RunningSandbox;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class ApprovalEventTest {

    private static final Path FIXTURE =
            Path.of("../shared/wecom-fixtures/official-docs/event__sys_approval_change.xml");
    private static final String ELEMENTS =
            """
            /xml
            /xml/ToUserName
            /xml/FromUserName
            /xml/CreateTime
            /xml/MsgType
            /xml/Event
            /xml/AgentID
            /xml/ApprovalInfo
            /xml/ApprovalInfo/SpNoStr
            /xml/ApprovalInfo/SpNo
            /xml/ApprovalInfo/SpName
            /xml/ApprovalInfo/SpStatus
            /xml/ApprovalInfo/TemplateId
            /xml/ApprovalInfo/ApplyTime
            /xml/ApprovalInfo/Applyer
            /xml/ApprovalInfo/Applyer/UserId
            /xml/ApprovalInfo/Applyer/Party
            /xml/ApprovalInfo/SpRecord
            /xml/ApprovalInfo/SpRecord/SpStatus
            /xml/ApprovalInfo/SpRecord/ApproverAttr
            /xml/ApprovalInfo/SpRecord/Details
            /xml/ApprovalInfo/SpRecord/Details/Approver
            /xml/ApprovalInfo/SpRecord/Details/Approver/UserId
            /xml/ApprovalInfo/SpRecord/Details/Speech
            /xml/ApprovalInfo/SpRecord/Details/SpStatus
            /xml/ApprovalInfo/SpRecord/Details/SpTime
            /xml/ApprovalInfo/Notifyer
            /xml/ApprovalInfo/Notifyer/UserId
            /xml/ApprovalInfo/ProcessList
            /xml/ApprovalInfo/ProcessList/NodeList
            /xml/ApprovalInfo/ProcessList/NodeList/NodeType
            /xml/ApprovalInfo/ProcessList/NodeList/SpStatus
            /xml/ApprovalInfo/ProcessList/NodeList/ApvRel
            /xml/ApprovalInfo/ProcessList/NodeList/SubNodeList
            /xml/ApprovalInfo/ProcessList/NodeList/SubNodeList/UserInfo
            /xml/ApprovalInfo/ProcessList/NodeList/SubNodeList/UserInfo/UserId
            /xml/ApprovalInfo/ProcessList/NodeList/SubNodeList/Speech
            /xml/ApprovalInfo/ProcessList/NodeList/SubNodeList/SpYj
            /xml/ApprovalInfo/ProcessList/NodeList/SubNodeList/Sptime
            /xml/ApprovalInfo/Comments
            /xml/ApprovalInfo/Comments/CommentUserInfo
            /xml/ApprovalInfo/Comments/CommentUserInfo/UserId
            /xml/ApprovalInfo/Comments/CommentTime
            /xml/ApprovalInfo/Comments/CommentContent
            /xml/ApprovalInfo/Comments/CommentId
            /xml/ApprovalInfo/StatuChangeEvent
            """;

    private static RunningSandbox wecom;
    private static ApprovalSandbox approvals;
    private static String template;

    @BeforeAll
    static void start() {
        wecom = RunningSandbox.start(Map.of("sandbox.callback-url", "http://127.0.0.1:9/"));
        approvals = new ApprovalSandbox(wecom);
        template = approvals.newTemplate("示例模板", REASON);
    }

    @AfterAll
    static void stop() {
        wecom.close();
    }

    @Test
    void theEventHasTheElementsOfThePageInItsOrder() throws Exception {
        var form =
                approvals.newForm(
                        template,
                        node(1, 1, "lixue", "wanglei"),
                        node(1, 2, "chenjing"),
                        node(2, 0, "hefang"));
        approvals.act(form, "comment", "zhangwei", ",\"content\":\"这是一个备注\"");
        var xml = events(form).get(1);
        assertThat(String.join("\n", paths(xml))).isEqualTo(ELEMENTS.strip());
        assertThat(value(xml, "FromUserName")).isEqualTo("sys");
        assertThat(value(xml, "SpNoStr")).isEqualTo(form);
        assertThat(value(xml, "ApproverAttr")).isEqualTo("2");
        assertThat(value(xml, "ApvRel")).isEqualTo("1");
        assertThat(value(xml, "CommentContent")).isEqualTo("这是一个备注");
        assertThat(xml).doesNotContain("上线"); // the values are not in it
    }

    @Test
    void thePagesOwnSampleHasTheSameElements() throws Exception {
        assumeTrue(Files.exists(FIXTURE), "no ../shared/wecom-fixtures here: skipped");
        assertThat(String.join("\n", paths(Files.readString(FIXTURE)))).isEqualTo(ELEMENTS.strip());
    }

    @Test
    void everyDeedHasItsNumber() {
        var form = approvals.newForm(template, node(1, 2, "lixue"), node(3, 1, "wuhao"));
        approvals.act(form, "urge", "zhangwei");
        approvals.act(form, "comment", "lixue", ",\"content\":\"好\"");
        approvals.act(form, "send_back", "lixue");
        approvals.act(form, "resubmit", "zhangwei");
        approvals.act(form, "transfer", "lixue", ",\"to\":\"wanglei\"");
        approvals.act(form, "add_signer", "wanglei", ",\"to\":[\"sunli\"]");
        approvals.act(form, "add_signer", "sunli", ",\"to\":[\"zhaomin\"],\"agree\":true");
        approvals.act(form, "agree", "zhaomin");
        approvals.act(form, "agree", "wanglei");
        approvals.act(form, "transfer", "wuhao", ",\"to\":\"liuyang\"");
        approvals.act(form, "agree", "liuyang");
        approvals.act(form, "revoke_approved", "zhangwei");
        approvals.act(form, "delete", "zhangwei");
        assertThat(numbers(form)).containsExactly(1, 5, 10, 11, 1, 4, 12, 13, 2, 2, 15, 14, 8);

        var rejected = approvals.newForm(template, node(1, 2, "lixue"));
        approvals.act(rejected, "reject", "lixue");
        var revoked = approvals.newForm(template, node(1, 2, "lixue"));
        approvals.act(revoked, "revoke", "zhangwei");
        assertThat(numbers(rejected)).containsExactly(1, 3);
        assertThat(numbers(revoked)).containsExactly(1, 6);
    }

    @Test
    void withoutTheTickNothingIsTold() {
        try {
            wecom.people("PUT", "settings", "{\"approval\":{\"events\":false}}");
            assertThat(events(approvals.newForm(template, node(1, 2, "lixue")))).isEmpty();
        } finally {
            wecom.people("PUT", "settings", "{\"approval\":null}");
        }
    }

    private static List<Integer> numbers(String form) {
        return events(form).stream()
                .map(xml -> Integer.valueOf(value(xml, "StatuChangeEvent")))
                .toList();
    }

    private static List<String> events(String form) {
        return ApprovalSandbox.stream(wecom.people("GET", "callbacks", "").path("callbacks"))
                .map((JsonNode entry) -> entry.path("xml").asText())
                .filter(xml -> xml.contains("<SpNo>" + form + "</SpNo>"))
                .toList();
    }

    /** The first one. */
    private static String value(String xml, String element) {
        var from = xml.indexOf("<" + element + ">") + element.length() + 2;
        return xml.substring(from, xml.indexOf("</" + element + ">", from))
                .replace("<![CDATA[", "")
                .replace("]]>", "");
    }

    private static Set<String> paths(String xml) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        var root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        var paths = new LinkedHashSet<String>();
        collect(root, "", paths);
        return paths;
    }

    private static void collect(Element element, String parent, Set<String> paths) {
        var path = parent + "/" + element.getTagName();
        paths.add(path);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, path, paths);
            }
        }
    }
}
