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

    @GetMapping({"/kpi", "/m/kpi"})
    String ownKpis() {
        return "forward:/pages/kpi.html";
    }

    @GetMapping("/kpi/definitions")
    String kpiDefinitions() {
        return "forward:/pages/kpi-definitions.html";
    }

    @GetMapping("/issues")
    String issues() {
        return "forward:/pages/issues.html";
    }

    @GetMapping({"/issues/{no:ISS-[0-9]+-[0-9]+}", "/m/issues/{no:ISS-[0-9]+-[0-9]+}"})
    String issue(@PathVariable String no) {
        return "forward:/pages/issue.html";
    }

    @GetMapping("/m/approve/{no:ISS-[0-9]+-[0-9]+}")
    String approve(@PathVariable String no) {
        return "forward:/pages/approve.html";
    }

    @GetMapping({"/report", "/m/report"})
    String report() {
        return "forward:/pages/report.html";
    }

    @GetMapping({"/reviews/{key:[A-Z0-9-]+}", "/m/reviews/{key:[A-Z0-9-]+}"})
    String review(@PathVariable String key) {
        return "forward:/pages/review.html";
    }

    @GetMapping({"/reports/weekly", "/reports/weekly/{period:[0-9]{4}W[0-9]{2}}"})
    String weeklyReport() {
        return "forward:/pages/weekly.html";
    }

    @GetMapping({"/knowledge", "/m/knowledge"})
    String knowledge() {
        return "forward:/pages/knowledge.html";
    }

    @GetMapping({"/knowledge/{no:KB-[0-9]+-[0-9]+}", "/m/knowledge/{no:KB-[0-9]+-[0-9]+}"})
    String article(@PathVariable String no) {
        return "forward:/pages/article.html";
    }

    @GetMapping("/admin/wecom")
    String weComCapabilities() {
        return "forward:/pages/admin-wecom.html";
    }

    @GetMapping("/admin/import")
    String bulkImport() {
        return "forward:/pages/admin-import.html";
    }

    @GetMapping("/m/feedback")
    String feedback() {
        return "forward:/pages/feedback.html";
    }

    @GetMapping("/admin/feedback")
    String feedbackGiven() {
        return "forward:/pages/admin-feedback.html";
    }

    @GetMapping("/admin/calendar")
    String workingCalendar() {
        return "forward:/pages/admin-calendar.html";
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
