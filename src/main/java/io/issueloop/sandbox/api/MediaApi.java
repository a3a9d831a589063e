package io.issueloop.sandbox.api;

import java.util.Base64;

/** Temporary media of the app: page 90253. */
final class MediaApi implements Endpoints.Area {

    private final Media media;

    MediaApi(Media media) {
        this.media = media;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints.post("media/upload", this::upload).get("media/get", this::download);
    }

    private Reply upload(Call call) {
        return media.upload(call.file(), call.query("type", 40005), Media.APP);
    }

    private Reply download(Call call) {
        var file = media.require(call.query("media_id", 41006), Media.APP);
        return Reply.file(
                new Reply.Download(
                        Base64.getDecoder().decode(file.path("bytes").asText()),
                        file.path("contentType").asText(),
                        file.path("name").asText().replaceAll("[\"\\\\\\p{Cntrl}]", "_")));
    }
}
