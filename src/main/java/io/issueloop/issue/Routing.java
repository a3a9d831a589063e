package io.issueloop.issue;

/**
 * Which team takes an issue: what {@code assign_handler.dmn} answers; people are never in tables
 * (design.md §4).
 */
public enum Routing {
    /** The team that owns the project, else the reporter's own. */
    PROJECT_TEAM,
    /** The reporter's own team. */
    REPORTER_TEAM
}
