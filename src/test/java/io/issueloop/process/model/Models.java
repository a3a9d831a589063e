package io.issueloop.process.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The product's models as they lie in {@code bpmn/}, {@code dmn/} and {@code forms/}. */
final class Models {

    private Models() {}

    static Stream<Path> bpmn() {
        return in("bpmn", ".bpmn");
    }

    static Stream<Path> dmn() {
        return in("dmn", ".dmn");
    }

    static Stream<Path> forms() {
        return in("forms", ".form");
    }

    static BpmnModelInstance process(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    static DmnModelInstance decision(Path file) {
        return Dmn.readModelFromFile(file.toFile());
    }

    static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    private static Stream<Path> in(String folder, String ending) {
        try (var files = Files.list(Path.of(folder))) {
            return List.copyOf(
                    files.filter(file -> file.toString().endsWith(ending)).sorted().toList())
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
