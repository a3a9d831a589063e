package io.issueloop.web.api;

import io.issueloop.issue.Attachments;
import io.issueloop.issue.PictureShelf;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Pictures. The body of an upload is the picture itself; what is sent back is never anything but a
 * picture, whatever it was called.
 */
@RestController
@Tag(name = "图片")
class AttachmentController {

    private final Attachments attachments;
    private final IssueCalls calls;

    AttachmentController(Attachments attachments, IssueCalls calls) {
        this.attachments = attachments;
        this.calls = calls;
    }

    @PostMapping("/api/attachments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "上传图片",
            description = "请求体为图片本身（JPEG、PNG、GIF、WebP，最大 10 MB）；提报时用返回的 id 引用。")
    PictureView upload(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        var uploader = caller.userId();
        var bytes = request.getInputStream().readNBytes(PictureShelf.LARGEST + 1);
        return PictureView.of(attachments.keep(uploader, bytes));
    }

    @GetMapping("/api/attachments/{id}")
    @Operation(summary = "图片内容")
    ResponseEntity<byte[]> content(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        var picture =
                attachments.find(id, caller.userId()).orElseThrow(() -> new NotFound("没有这张图片"));
        return PictureAnswer.of(
                picture, CacheControl.maxAge(Duration.ofDays(30)).cachePrivate().immutable());
    }

    @GetMapping("/api/issues/{no}/attachments")
    @Operation(summary = "问题的图片")
    List<PictureView> of(@PathVariable String no) {
        return attachments.of(calls.existing(no).no()).stream().map(PictureView::of).toList();
    }

    @Schema(description = "图片")
    record PictureView(
            UUID id, @Schema(description = "地址") String url, String mediaType, int size) {

        static PictureView of(PictureShelf.Kept picture) {
            return new PictureView(
                    picture.id(),
                    "/api/attachments/" + picture.id(),
                    picture.mediaType(),
                    picture.size());
        }
    }
}
