package io.issueloop.web.pages;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page where quarters are closed. */
@Hidden
@Controller
class QuarterPages {

    @GetMapping("/admin/quarter")
    String quarter() {
        return "forward:/pages/admin-quarter.html";
    }
}
