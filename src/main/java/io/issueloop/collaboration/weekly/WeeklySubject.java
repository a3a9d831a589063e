package io.issueloop.collaboration.weekly;

import io.issueloop.shared.TeamId;

/** Week and team of an effect: {@code 2026W47/team:2}. */
record WeeklySubject(Week week, TeamId team) {

    static String of(Week week, TeamId team) {
        return "%s/team:%s".formatted(week.code(), team);
    }

    static WeeklySubject of(String subject) {
        var parts = subject.split("/team:", 2);
        return new WeeklySubject(Week.of(parts[0]), TeamId.of(Long.parseLong(parts[1])));
    }

    /** Where people read the team's week. */
    String page() {
        return "/reports/weekly/%s?scope=team:%s".formatted(week.code(), team);
    }
}
