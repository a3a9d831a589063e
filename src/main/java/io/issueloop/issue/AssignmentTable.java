package io.issueloop.issue;

/** What the decision tables of {@code assign_handler.dmn} say, asked outside of a process step. */
public interface AssignmentTable {

    /** Which team takes an issue. */
    Routing routing(String category, String project);

    /** How the team's member is picked. */
    Strategy strategy(String category, String project);
}
