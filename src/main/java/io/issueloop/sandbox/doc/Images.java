package io.issueloop.sandbox.doc;

import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Pictures of documents, by an id nobody guesses. */
public final class Images {

    public static final String PATH = "/wedoc/image/";

    private final Table images;
    private final Ids ids;

    Images(Store store, Ids ids) {
        this.images = store.table("doc_images");
        this.ids = ids;
    }

    record Size(int width, int height) {}

    /** Empty where it is not a picture: PNG, JPEG, GIF, BMP are known. */
    static Optional<Size> size(byte[] bytes) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(bytes));
            return Optional.ofNullable(image).map(i -> new Size(i.getWidth(), i.getHeight()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    String keep(byte[] bytes) {
        var id = ids.random("", 40);
        images.put(id, Json.object().put("bytes", Base64.getEncoder().encodeToString(bytes)));
        return id;
    }

    public Optional<byte[]> find(String id) {
        return images.get(id).map(i -> Base64.getDecoder().decode(i.path("bytes").asText()));
    }
}
