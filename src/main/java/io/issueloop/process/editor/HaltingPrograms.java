package io.issueloop.process.editor;

import static io.issueloop.process.editor.BpmnParts.children;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;

/** A diagram in which every program and every called process waits for a job that never comes. */
final class HaltingPrograms {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> PROGRAMS =
            Set.of("serviceTask", "sendTask", "callActivity", "businessRuleTask");

    private HaltingPrograms() {}

    /** The diagram with the mark of a job before each of them; the elements are changed. */
    static String in(List<Element> elements) {
        elements.stream()
                .filter(element -> PROGRAMS.contains(element.getLocalName()))
                .forEach(e -> e.setAttributeNS(CAMUNDA, "camunda:asyncBefore", "true"));
        var text = new StringWriter();
        try {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(
                            new DOMSource(elements.get(0).getOwnerDocument()),
                            new StreamResult(text));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** Whether a process can simply be started with it. */
    static boolean startsPlainly(Element element) {
        return element.getLocalName().equals("startEvent")
                && element.getParentNode().getLocalName().equals("process")
                && children(element).stream()
                        .noneMatch(child -> child.getLocalName().endsWith("EventDefinition"));
    }
}
