package io.issueloop.web.pages;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which page answers which address; the pages are static and fetch what they show. */
@Hidden
@Controller
class PageController {

    @GetMapping("/")
    String home() {
        return "forward:/pages/home.html";
    }

    @GetMapping("/dashboard")
    String dashboard() {
        return "forward:/pages/dashboard.html";
    }

    @GetMapping("/issues")
    String issues() {
        return "forward:/pages/issues.html";
    }

    @GetMapping({"/issues/{no:ISS-[0-9]+-[0-9]+}", "/m/issues/{no:ISS-[0-9]+-[0-9]+}"})
    String issue(@PathVariable String no) {
        return "forward:/pages/issue.html";
    }

    @GetMapping({"/report", "/m/report"})
    String report() {
        return "forward:/pages/report.html";
    }

    @GetMapping("/admin/wecom")
    String weComCapabilities() {
        return "forward:/pages/admin-wecom.html";
    }

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

    @GetMapping("/logged-out")
    String loggedOut() {
        return "forward:/pages/logged-out.html";
    }

    /** What browsers ask for on pages that are not ours, such as Camunda's. */
    @GetMapping("/favicon.ico")
    String icon() {
        return "forward:/assets/icon.svg";
    }
}
