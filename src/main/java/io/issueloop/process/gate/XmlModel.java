package io.issueloop.process.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** An XML document read without DTDs and without reaching outside; the elements in order. */
public final class XmlModel {

    private XmlModel() {}

    /** All elements, parents first; empty when the document cannot be read safely. */
    public static Optional<List<Element>> elements(byte[] content) {
        try {
            var found = new ArrayList<Element>();
            collect(parsed(content).getDocumentElement(), found);
            return Optional.of(found);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return Optional.empty();
        }
    }

    /** Chinese: where and why the document cannot be read safely; empty when it can. */
    public static Optional<String> complaint(byte[] content) {
        try {
            parsed(content);
            return Optional.empty();
        } catch (SAXParseException e) {
            var why = hasDocumentType(content) ? "不允许 DOCTYPE 和实体" : "不是完整的 XML";
            return Optional.of(
                    "第 %d 行第 %d 列：%s".formatted(e.getLineNumber(), e.getColumnNumber(), why));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return Optional.of("不是完整的 XML");
        }
    }

    private static boolean hasDocumentType(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).contains("<!DOCTYPE");
    }

    private static Document parsed(byte[] content)
            throws SAXException, IOException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder.parse(new ByteArrayInputStream(content));
    }

    public static List<Attr> attributes(Element element) {
        var all = new ArrayList<Attr>();
        var map = element.getAttributes();
        for (int i = 0; i < map.getLength(); i++) {
            var attribute = (Attr) map.item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                all.add(attribute);
            }
        }
        return all;
    }

    /** The text directly inside the element, without that of its children. */
    public static String text(Element element) {
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE
                    || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    public static String idOf(Element element) {
        for (Node node = element; node instanceof Element e; node = node.getParentNode()) {
            if (e.hasAttribute("id")) {
                return e.getAttribute("id");
            }
        }
        return element.getLocalName();
    }

    public static String namespace(Node node) {
        return node.getNamespaceURI() == null ? "" : node.getNamespaceURI();
    }

    private static void collect(Element element, List<Element> found) {
        found.add(element);
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inside) {
                collect(inside, found);
            }
        }
    }
}
