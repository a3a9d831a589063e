package io.issueloop.web.pages;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The plan of the trial, for everybody. */
@Hidden
@Controller
class PilotPages {

    @GetMapping("/pilot")
    String plan() {
        return "forward:/pages/pilot.html";
    }
}
