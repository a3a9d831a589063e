package io.issueloop.web.api;

import io.issueloop.issue.PictureShelf.Picture;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The bytes of a picture: never anything but a picture, whatever it was called. */
final class PictureAnswer {

    private PictureAnswer() {}

    static ResponseEntity<byte[]> of(Picture picture, CacheControl kept) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .cacheControl(kept)
                .eTag(picture.sha256())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Content-Disposition", "inline")
                .body(picture.bytes());
    }
}
