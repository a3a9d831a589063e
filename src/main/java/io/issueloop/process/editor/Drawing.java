package io.issueloop.process.editor;

import io.issueloop.process.gate.XmlModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Where the parts of a diagram are drawn. */
final class Drawing {

    private Drawing() {}

    /** Where each part is drawn; what is not drawn is not in it. */
    static Map<String, String> places(List<Element> elements) {
        var places = new HashMap<String, String>();
        var seen = new HashSet<Element>();
        for (var element : elements) {
            var of = element.getAttribute("bpmnElement");
            if (!of.isEmpty() && seen.add(element)) {
                places.put(of, shape(element));
            }
        }
        return places;
    }

    private static String shape(Element drawing) {
        return BpmnParts.children(drawing).stream()
                .filter(one -> Set.of("Bounds", "waypoint").contains(one.getLocalName()))
                .map(
                        one ->
                                XmlModel.attributes(one).stream()
                                        .map(a -> a.getName() + Math.round(number(a.getValue())))
                                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
