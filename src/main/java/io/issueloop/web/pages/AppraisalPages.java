package io.issueloop.web.pages;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pages on which people contribute to their numbers, or doubt them. */
@Hidden
@Controller
class AppraisalPages {

    @GetMapping("/m/peer-rating")
    String peerRating() {
        return "forward:/pages/peer-rating.html";
    }

    @GetMapping("/m/learning")
    String learning() {
        return "forward:/pages/learning.html";
    }

    @GetMapping("/m/appeal")
    String appeals() {
        return "forward:/pages/appeal.html";
    }

    @GetMapping("/m/appeal/{no:APL-[0-9]{4}Q[1-4]-[0-9]+}")
    String appeal(@PathVariable String no) {
        return "forward:/pages/appeal.html";
    }
}
