package io.issueloop.web.api;

import io.issueloop.appraisal.appeal.AppealDesk;
import io.issueloop.appraisal.appeal.Appeals;
import io.issueloop.appraisal.people.EvidencePictures;
import io.issueloop.appraisal.people.LearningPlans;
import io.issueloop.issue.PictureShelf;
import io.issueloop.shared.UserId;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pictures that prove something: seen by whoever may see the plan or appeal they belong to. */
@RestController
@RequestMapping("/api/me/evidence")
@Tag(name = "证据图片")
class EvidenceController {

    private final EvidencePictures evidence;
    private final LearningPlans plans;
    private final Appeals appeals;
    private final AppealDesk desk;

    EvidenceController(
            EvidencePictures evidence, LearningPlans plans, Appeals appeals, AppealDesk desk) {
        this.evidence = evidence;
        this.plans = plans;
        this.appeals = appeals;
        this.desk = desk;
    }

    @PostMapping
    @Operation(summary = "上传证据图片", description = "请求体为图片本身（JPEG、PNG、GIF、WebP，最大 10 MB）。")
    Uploaded upload(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        var by = caller.userId();
        var bytes = request.getInputStream().readNBytes(PictureShelf.LARGEST + 1);
        var id = evidence.keep(by, bytes);
        return new Uploaded(id, "/api/me/evidence/" + id);
    }

    @GetMapping("/{id}")
    @Operation(summary = "证据图片")
    ResponseEntity<byte[]> content(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        var picture =
                evidence.find(id)
                        .filter(found -> maySee(caller.userId(), found))
                        .orElseThrow(() -> new NotFound("没有这张图片，或它不对您公开"));
        return PictureAnswer.of(picture, CacheControl.noStore());
    }

    private boolean maySee(UserId viewer, PictureShelf.Picture picture) {
        if (picture.uploadedBy().equals(viewer)) {
            return true;
        }
        var subject = picture.owner().orElse("");
        return plans.find(subject.replaceFirst("#\\d+$", ""))
                        .filter(plan -> plans.maySee(viewer, plan))
                        .isPresent()
                || appeals.find(subject).filter(one -> desk.maySee(viewer, one)).isPresent();
    }

    record Uploaded(UUID id, String url) {}
}
