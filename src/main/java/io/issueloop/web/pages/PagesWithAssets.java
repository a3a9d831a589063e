package io.issueloop.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Names the version of the assets in a page, and all scripts and styles it will come to need, so
 * that a browser asks for them at once and not as each names the next: over a mobile line every
 * such step costs as much as the whole file.
 */
final class PagesWithAssets implements ResourceTransformer {

    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\" src=\"/assets/");
    private static final Pattern ASSET = Pattern.compile("\"/assets/([a-z0-9./-]+)\"");
    private static final Pattern NEEDED =
            Pattern.compile(
                    "(?:from|^import|@import) ?(?:url\\()?\"(?:\\./)?([a-z0-9/.-]+)\"",
                    Pattern.MULTILINE);
    private static final String ASKED_BY_ALL = "shell.js";
    private static final String WHO =
            "<link rel=\"preload\" as=\"fetch\" href=\"/api/me\" crossorigin=\"anonymous\">\n";

    private final String folder;

    PagesWithAssets(String version) {
        this.folder = AssetVersion.FOLDER + version + "/";
    }

    @Override
    public Resource transform(
            HttpServletRequest request, Resource page, ResourceTransformerChain chain)
            throws IOException {
        var found = chain.transform(request, page);
        var html = found.getContentAsString(UTF_8);
        return new TransformedResource(found, withAssets(html).getBytes(UTF_8));
    }

    String withAssets(String html) throws IOException {
        var named = new LinkedHashSet<String>();
        for (var asset = ASSET.matcher(html); asset.find(); ) {
            named.add(asset.group(1));
        }
        var all = new LinkedHashSet<String>();
        for (var name : named) {
            collect(name, all);
        }
        var asked = all.contains(ASKED_BY_ALL) ? WHO : "";
        all.removeAll(named);
        var ahead = all.stream().map(this::ahead).collect(Collectors.joining());
        return ASSET.matcher(html)
                .replaceAll("\"" + folder + "$1\"")
                .replaceFirst("</head>", asked + ahead + "</head>");
    }

    private static void collect(String name, Set<String> all) throws IOException {
        if (!name.matches(".*\\.(js|css)") || !all.add(name)) {
            return;
        }
        var file = new ClassPathResource("static" + AssetVersion.FOLDER + name);
        for (var needed = NEEDED.matcher(file.getContentAsString(UTF_8)); needed.find(); ) {
            collect(needed.group(1), all);
        }
    }

    private String ahead(String name) {
        return name.endsWith(".css")
                ? "<link rel=\"preload\" as=\"style\" href=\"%s%s\">\n".formatted(folder, name)
                : "<link rel=\"modulepreload\" href=\"%s%s\">\n".formatted(folder, name);
    }
}
