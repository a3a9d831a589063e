package io.issueloop.web.pages;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pages of the appraisal: what people contribute or doubt, targets, effects, care of numbers. */
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
