package io.issueloop.web.api;

import java.util.Map;
import java.util.Set;

/** Where a task is done on our own pages. */
final class TodoPlaces {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final Set<String> ABOUT_ISSUES =
            Set.of(
                    "issue_lifecycle",
                    "issue_handling",
                    "issue_evaluation",
                    "issue_pause",
                    "proposal_review",
                    "solution_follow_up",
                    "rating_follow_up");
    private static final Map<String, String> ONE_OF_MANY =
            Map.of(
                    "major_issue_approval", "/m/approve/",
                    "article_review", "/knowledge/",
                    "review_meeting", "/reviews/",
                    "improvement_measure", "/reviews/",
                    "kpi_appeal", "/m/appeal/");
    private static final Map<String, String> ONE_PAGE =
            Map.of(
                    "peer_rating", "/m/peer-rating",
                    "learning_plan", "/m/learning",
                    "leaver_handover", "/admin/handover",
                    "quarter_close", "/admin/quarter",
                    "quarter_reopening", "/admin/quarter",
                    "next_targets", "/admin/targets",
                    "wecom_delivery", "/admin/deliveries");
    private static final Map<String, String> PART =
            Map.of("Task_CompleteSolution", "#solution", "Task_FollowUpRating", "#rating");

    private TodoPlaces() {}

    static boolean isAboutIssue(String process) {
        return ABOUT_ISSUES.contains(process) || process.equals("major_issue_approval");
    }

    /** The page; Tasklist for a process somebody added. */
    static String of(String process, String task, String key) {
        if (ABOUT_ISSUES.contains(process)) {
            return "/issues/" + key + PART.getOrDefault(task, "");
        }
        var many = ONE_OF_MANY.get(process);
        return many != null ? many + key : ONE_PAGE.getOrDefault(process, TASKLIST);
    }
}
