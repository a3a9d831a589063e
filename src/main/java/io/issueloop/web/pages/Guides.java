package io.issueloop.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The guides of {@code docs/guide} as pages: the same Markdown, readable in a closed network.
 * Markup inside the Markdown stays text.
 */
@Component
class Guides {

    /** File names of the guides, in the order of the index. */
    static final List<String> NAMES =
            List.of("reporter", "handler", "lead", "kpi", "process-admin", "operations", "handout");

    private static final String INDEX = "README";
    private static final String PICTURES = "../pictures/guide/";

    private final Map<String, String> pages = new LinkedHashMap<>();

    Guides() throws IOException {
        var extensions = List.of(TablesExtension.create());
        var parser = Parser.builder().extensions(extensions).build();
        var renderer =
                HtmlRenderer.builder()
                        .extensions(extensions)
                        .escapeHtml(true)
                        .sanitizeUrls(true)
                        .build();
        var frame = text("static/pages/help.html");
        pages.put("", page(INDEX, frame, parser, renderer));
        for (var name : NAMES) {
            pages.put(name, page(name, frame, parser, renderer));
        }
    }

    /**
     * @param name of the guide; empty: the index
     */
    Optional<String> page(String name) {
        return Optional.ofNullable(pages.get(name));
    }

    private static String page(String name, String frame, Parser parser, HtmlRenderer renderer)
            throws IOException {
        var markdown = text("guide/" + name + ".md");
        var document = parser.parse(markdown);
        document.accept(new OwnAddresses());
        var title = markdown.lines().findFirst().orElseThrow().replaceFirst("^# ", "");
        return frame.replace("{{title}}", HtmlUtils.htmlEscape(title))
                .replace("{{content}}", renderer.render(document));
    }

    private static String text(String path) throws IOException {
        return new ClassPathResource(path).getContentAsString(UTF_8);
    }

    /** In the repository guides point to each other's files; here to each other's pages. */
    private static final class OwnAddresses extends AbstractVisitor {

        @Override
        public void visit(Image image) {
            image.setDestination(image.getDestination().replace(PICTURES, "/help/pictures/"));
            visitChildren(image);
        }

        @Override
        public void visit(Link link) {
            var there = link.getDestination();
            if (there.equals(INDEX + ".md")) {
                link.setDestination("/help");
            } else if (there.endsWith(".md")) {
                link.setDestination("/help/" + there.substring(0, there.length() - 3));
            }
            visitChildren(link);
        }
    }
}
