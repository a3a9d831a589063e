package io.issueloop.process.editor;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/** What the process variables mean, in Chinese. */
public final class VariableMeanings {

    private static final Map<String, String> ALL = read();

    private VariableMeanings() {}

    /** By name, in order. */
    public static Map<String, String> all() {
        return ALL;
    }

    private static Map<String, String> read() {
        var file = new ClassPathResource("editor/variables.properties");
        var read = new Properties();
        try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            read.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var meanings = new TreeMap<String, String>();
        read.forEach((name, meaning) -> meanings.put(name.toString(), meaning.toString()));
        return Collections.unmodifiableMap(meanings);
    }
}
