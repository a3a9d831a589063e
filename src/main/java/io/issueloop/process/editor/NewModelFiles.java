package io.issueloop.process.editor;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.issueloop.model.ModelType;
import io.issueloop.model.NewModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What a new model begins with: the smallest content that passes every check. */
@Component
class NewModelFiles {

    String of(NewModel model) {
        var type = model.id().type();
        UnaryOperator<String> written =
                type == ModelType.FORM ? NewModelFiles::json : NewModelFiles::xml;
        return template(type)
                .replace("{key}", model.id().key())
                .replace("{name}", written.apply(model.name()))
                .replace("{documentation}", written.apply(model.documentation()));
    }

    private static String template(ModelType type) {
        try {
            return new ClassPathResource("editor/new." + type.code())
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String json(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
