package io.issueloop.process.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The product's models on the class path: {@code bpmn/}, {@code dmn/}, {@code forms/}. */
@Component
class ModelFiles {

    private final PathMatchingResourcePatternResolver resolver =
            new PathMatchingResourcePatternResolver();

    List<ModelFile> all() {
        var files = new ArrayList<ModelFile>();
        add(files, "bpmn", "bpmn");
        add(files, "dmn", "dmn");
        add(files, "forms", "form");
        return files;
    }

    private void add(List<ModelFile> files, String folder, String suffix) {
        try {
            for (Resource found :
                    resolver.getResources("classpath*:%s/*.%s".formatted(folder, suffix))) {
                var name = folder + "/" + found.getFilename();
                files.add(new ModelFile(name, found.getContentAsByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
