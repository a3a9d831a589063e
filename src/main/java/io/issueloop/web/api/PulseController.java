package io.issueloop.web.api;

import io.issueloop.appraisal.effects.Pulse;
import io.issueloop.appraisal.effects.Pulse.Answers;
import io.issueloop.web.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The team pulse, answered in person and without a name. */
@RestController
@RequestMapping("/api/me/pulse")
@Tag(name = "团队脉搏")
class PulseController {

    private final Pulse pulse;

    PulseController(Pulse pulse) {
        this.pulse = pulse;
    }

    /**
     * @param quarter null while nothing is asked
     */
    record Asked(@Nullable String quarter, @Nullable String label, boolean answered) {}

    record AnswerRequest(int satisfaction, int collaboration, int ease) {}

    @GetMapping
    @Operation(summary = "现在是否有团队脉搏要填")
    Asked asked(@AuthenticationPrincipal Caller caller) {
        return pulse.open()
                .map(
                        quarter ->
                                new Asked(
                                        quarter.code(),
                                        quarter.label(),
                                        pulse.hasAnswered(quarter, caller.userId())))
                .orElseGet(() -> new Asked(null, null, false));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "填写团队脉搏", description = "匿名：不记录谁答了什么；每季度一次，不能修改。")
    void answer(@AuthenticationPrincipal Caller caller, @RequestBody AnswerRequest body) {
        pulse.answer(
                caller.acting(),
                new Answers(body.satisfaction(), body.collaboration(), body.ease()));
    }
}
