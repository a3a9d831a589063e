package io.issueloop.web.pages;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages about targets, effects and the care of numbers. */
@Hidden
@Controller
class AppraisalPages {

    @GetMapping({"/targets", "/m/targets"})
    String targets() {
        return "forward:/pages/targets.html";
    }

    @GetMapping("/admin/targets")
    String targetAdministration() {
        return "forward:/pages/admin-targets.html";
    }

    @GetMapping("/effects")
    String effects() {
        return "forward:/pages/effects.html";
    }

    @GetMapping("/m/pulse")
    String pulse() {
        return "forward:/pages/pulse.html";
    }

    @GetMapping("/admin/kpi")
    String kpiAdministration() {
        return "forward:/pages/admin-kpi.html";
    }

    @GetMapping({"/reports/monthly", "/reports/monthly/{period:[0-9]{4}-[0-9]{2}}"})
    String monthlyAnalysis() {
        return "forward:/pages/monthly.html";
    }
}
