package io.issueloop.web.pages;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages about who is here, who leads, who leaves, and how issues find their people. */
@Hidden
@Controller
class StaffPages {

    @GetMapping("/m/absence")
    String absence() {
        return "forward:/pages/absence.html";
    }

    @GetMapping("/admin/handover")
    String handover() {
        return "forward:/pages/admin-handover.html";
    }

    @GetMapping("/admin/organisation")
    String organisation() {
        return "forward:/pages/admin-organisation.html";
    }

    @GetMapping("/quality/classification")
    String classificationQuality() {
        return "forward:/pages/quality-classification.html";
    }
}
