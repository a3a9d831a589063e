package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The events of WeCom's own pages; they are kept outside this repository. */
class EventFixturesTest {

    private static final Path FIXTURES = Path.of("../shared/wecom-fixtures");

    @BeforeEach
    void needExamples() {
        assumeTrue(Files.isDirectory(FIXTURES), "examples are kept outside this repository");
    }

    static List<String> events() throws Exception {
        if (!Files.isDirectory(FIXTURES)) {
            return List.of("absent");
        }
        try (var files =
                Stream.concat(
                        Files.list(FIXTURES.resolve("go-wecom")),
                        Files.list(FIXTURES.resolve("official-docs")))) {
            return files.map(FIXTURES::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private static CallbackEvent event(String name) throws Exception {
        var body = Files.readString(FIXTURES.resolve(name));
        return CallbackEvent.of(new Inbox.Message(1, body, 1, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void everyValueOfTheEventIsRead(String name) throws Exception {
        var file = FIXTURES.resolve(name).toFile();
        var root =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file)
                        .getDocumentElement();
        var event = event(name);
        assertThat(values(event.xml())).isEqualTo(values(root)).isNotEmpty();
        assertThat(event.from()).isEqualTo(event.xml().textOf("FromUserName")).isNotEmpty();
        assertThat(event.type()).isNotEmpty();
        assertThat(event.member().isPresent()).isEqualTo(!event.from().equals("sys"));
    }

    private static List<String> values(XmlElement element) {
        var values = new ArrayList<String>();
        if (element.children().isEmpty()) {
            values.add(element.name() + "=" + element.text().strip());
        }
        element.children().forEach(child -> values.addAll(values(child)));
        return values;
    }

    private static List<String> values(Element element) {
        var values = new ArrayList<String>();
        boolean leaf = true;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                leaf = false;
                values.addAll(values(child));
            }
        }
        if (leaf) {
            values.add(element.getTagName() + "=" + element.getTextContent().strip());
        }
        return values;
    }

    @Test
    void pressedCardNamesButtonAndSelections() throws Exception {
        var event = event("go-wecom/push__TemplateCardEvent.xml");
        assertThat(event.type()).isEqualTo("template_card_event");
        assertThat(event.text("EventKey")).contains("key111");
        assertThat(event.text("TaskId")).contains("taskid111");
        assertThat(event.text("ResponseCode")).contains("ResponseCode");
        assertThat(event.selections())
                .isEqualTo(Map.of("QuestionKey1", "OptionId1", "QuestionKey2", "OptionId3"));
    }

    @Test
    @DisplayName("字段事件的官方拼写是 filed；行事件的编号可以有多个")
    void tableEventsNameRowsAndFields() throws Exception {
        for (var kind : List.of("add", "update", "delete")) {
            var rows = event("official-docs/event__smart_sheet_change." + kind + "_record.xml");
            assertThat(rows.changeType()).isEqualTo(kind + "_record");
            assertThat(rows.texts("RecordId")).containsExactly("RecordId1", "RecordId2");
            var fields = event("official-docs/event__smart_sheet_change." + kind + "_filed.xml");
            assertThat(fields.changeType()).isEqualTo(kind + "_filed");
            assertThat(fields.texts("FieldId")).containsExactly("FieldId1", "FieldId2");
        }
    }

    @Test
    @DisplayName("审批事件：SpNoStr、StatuChangeEvent、ApvRel 与 ApproverAttr 的相反编码")
    void approvalEventIsUnderstood() throws Exception {
        var change = ApprovalChange.of(event("official-docs/event__sys_approval_change.xml"));
        assertThat(change.number()).isEqualTo("202506110001");
        assertThat(change.status()).isEqualTo(ApprovalApi.RUNNING);
        assertThat(change.templateId()).isEqualTo("3TkaH5KFbrG9heEQWLJjhgpFwmqAFB4dLEnapaB7aaa");
        assertThat(change.cause()).as("a comment").isEqualTo(10);
        assertThat(change.steps())
                .singleElement()
                .satisfies(
                        step -> {
                            assertThat(step.anyoneDecides()).as("ApvRel 2").isTrue();
                            assertThat(step.opinions())
                                    .extracting(ApprovalChange.Opinion::userId)
                                    .containsExactly("userid1", "userid2");
                        });
    }
}
