package io.issueloop.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The pictures in the guides are what the browser tests saw: {@code mvn test -Dtest=BrowserTourTest
 * -Dissueloop.pictures=docs/pictures/guide} renews them.
 */
public final class GuidePictures {

    private static final Path GUIDES = Path.of("docs", "guide");
    private static final Path SEEN = Path.of("target", "screenshots");
    private static final Pattern PICTURE = Pattern.compile("\\.\\./pictures/guide/([\\w-]+\\.png)");

    private GuidePictures() {}

    /** File names the guides show. */
    public static Set<String> wanted() {
        var names = new TreeSet<String>();
        try (var guides = Files.list(GUIDES)) {
            for (var guide : guides.toList()) {
                PICTURE.matcher(Files.readString(guide))
                        .results()
                        .forEach(one -> names.add(one.group(1)));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies them into the folder of the property {@code issueloop.pictures}, where it is set. */
    public static void copyWhereAsked() {
        var folder = System.getProperty("issueloop.pictures", "");
        if (folder.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(Path.of(folder));
            for (var name : wanted()) {
                Files.copy(
                        SEEN.resolve(name),
                        Path.of(folder, name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
