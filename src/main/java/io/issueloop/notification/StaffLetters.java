package io.issueloop.notification;

import io.issueloop.directory.Absence;
import io.issueloop.directory.Absences;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Categories;
import io.issueloop.issue.ClassificationQuality;
import io.issueloop.issue.Handover;
import io.issueloop.issue.Handovers;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes what is true now; empty where nothing is left to say. */
@Component
class StaffLetters {

    enum Kind {
        STAND_IN,
        MEMBER_AWAY,
        CONFIRM_HANDOVER,
        HANDED_TO_YOU,
        CATEGORY_DISPUTED,
        CLASSIFICATION_REPORT
    }

    static final String ABSENCE = "ABSENCE-";
    static final String REPORT = "CLASSIFICATION-";

    private final Absences absences;
    private final Handovers handovers;
    private final Categories categories;
    private final ClassificationQuality quality;
    private final Issues issues;
    private final Directory people;
    private final Links links;

    StaffLetters(
            Absences absences,
            Handovers handovers,
            Categories categories,
            ClassificationQuality quality,
            Issues issues,
            Directory people,
            Links links) {
        this.absences = absences;
        this.handovers = handovers;
        this.categories = categories;
        this.quality = quality;
        this.issues = issues;
        this.people = people;
        this.links = links;
    }

    Optional<Message> write(String key, Kind kind, UserId to) {
        return switch (kind) {
            case STAND_IN -> absence(key).map(this::standIn);
            case MEMBER_AWAY -> absence(key).map(this::memberAway);
            case CONFIRM_HANDOVER ->
                    handovers
                            .find(Handover.idIn(key))
                            .filter(handovers::isOpen)
                            .map(this::confirmHandover);
            case HANDED_TO_YOU -> handovers.find(Handover.idIn(key)).map(one -> handed(one, to));
            case CATEGORY_DISPUTED ->
                    Optional.of(IssueNo.of(key)).filter(categories::isDisputed).map(this::disputed);
            case CLASSIFICATION_REPORT ->
                    Optional.of(
                            StaffTexts.report(
                                    quality.of(YearMonth.parse(key.substring(REPORT.length()))),
                                    links.classificationQuality(key.substring(REPORT.length()))));
        };
    }

    private Optional<Absence> absence(String key) {
        return absences.find(Long.parseLong(key.substring(ABSENCE.length())));
    }

    private Message standIn(Absence absence) {
        return StaffTexts.youStandIn(
                people.name(absence.user()), absence, held(absence.user()), links.absences());
    }

    private Message memberAway(Absence absence) {
        return StaffTexts.memberAway(
                people.name(absence.user()),
                absence,
                absence.substitute().map(people::name).orElse(""),
                held(absence.user()),
                links.handledBy(absence.user()));
    }

    private Message confirmHandover(Handover handover) {
        return StaffTexts.confirmHandover(
                people.name(handover.leaver()),
                held(handover.leaver()).size(),
                Times.spoken(handover.dueAt()),
                links.handovers());
    }

    private Message handed(Handover handover, UserId to) {
        var given = handovers.given(handover, to).stream().map(issues::get).toList();
        return StaffTexts.handedToYou(people.name(handover.leaver()), given, links.handledByMe());
    }

    private Message disputed(IssueNo issueNo) {
        var issue = issues.get(issueNo);
        var said =
                issues.history(issueNo).stream()
                        .map(recorded -> recorded.event())
                        .filter(event -> event.type() == IssueEventType.CATEGORY_DISPUTED)
                        .reduce((earlier, later) -> later)
                        .flatMap(event -> event.text("category"))
                        .orElse("");
        return StaffTexts.categoryDisputed(
                issue, people.name(issue.reporter()), said, links.issue(issueNo));
    }

    private List<Issue> held(UserId user) {
        return handovers.heldBy(user).stream().map(issues::get).toList();
    }
}
