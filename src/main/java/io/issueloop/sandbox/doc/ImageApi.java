package io.issueloop.sandbox.doc;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Reply;
import java.util.Base64;

/** Pictures to put into documents: {@code image_upload}. */
final class ImageApi implements Endpoints.Area {

    private static final int LARGEST = 10 << 20;

    private final Docs docs;
    private final Images images;

    ImageApi(Docs docs, Images images) {
        this.docs = docs;
        this.images = images;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints.post("wedoc/image_upload", this::upload);
    }

    private Reply upload(Call call) {
        docs.require(call.body().text("docid"));
        var bytes = decoded(call.body().text("base64_content"));
        if (bytes.length > LARGEST) {
            throw new ApiError(45001, "image larger than 10 MB");
        }
        var size = Images.size(bytes).orElseThrow(() -> ApiError.invalid("not an image"));
        return Reply.ok()
                .with("url", "http://" + call.host() + Images.PATH + images.keep(bytes))
                .with("height", size.height())
                .with("width", size.width())
                .with("size", bytes.length);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw ApiError.invalid("invalid base64_content");
        }
    }
}
