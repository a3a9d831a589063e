package io.issueloop.notification;

import io.issueloop.delivery.Deliveries;
import io.issueloop.directory.AbsenceEntered;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.issue.ClassificationQuality;
import io.issueloop.issue.HandoverOpened;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.Issues;
import io.issueloop.issue.IssuesHandedOver;
import io.issueloop.notification.StaffLetters.Kind;
import io.issueloop.shared.UserId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is told when somebody is away or leaves, or says a category is wrong. */
@Service
@Transactional
public class StaffNotices {

    private final Deliveries deliveries;
    private final Directory directory;
    private final Issues issues;
    private final ClassificationQuality quality;

    StaffNotices(
            Deliveries deliveries,
            Directory directory,
            Issues issues,
            ClassificationQuality quality) {
        this.deliveries = deliveries;
        this.directory = directory;
        this.issues = issues;
        this.quality = quality;
    }

    /** The substitute, and the nearest lead, unless they entered it themselves. */
    @EventListener
    void on(AbsenceEntered entered) {
        var absence = entered.absence();
        var key = StaffLetters.ABSENCE + absence.id();
        absence.substitute()
                .filter(stand -> !stand.equals(absence.enteredBy()))
                .ifPresent(stand -> request(key, Kind.STAND_IN, stand, 1));
        directory.lastTeam(absence.user()).map(directory::chainOfLeads).stream()
                .flatMap(java.util.List::stream)
                .filter(lead -> !lead.equals(absence.user()))
                .findFirst()
                .filter(lead -> !lead.equals(absence.enteredBy()))
                .ifPresent(lead -> request(key, Kind.MEMBER_AWAY, lead, 1));
    }

    @EventListener
    void on(HandoverOpened opened) {
        request(opened.handover().key(), Kind.CONFIRM_HANDOVER, opened.lead(), 1);
    }

    @EventListener
    void on(IssuesHandedOver handed) {
        request(handed.handover().key(), Kind.HANDED_TO_YOU, handed.to(), 1);
    }

    @EventListener
    void on(IssueEvent event) {
        if (event.type() == IssueEventType.CATEGORY_DISPUTED) {
            var turn = issues.history(event.issueNo()).size();
            event.holder()
                    .filter(holder -> !holder.equals(event.actor()))
                    .ifPresent(
                            holder ->
                                    request(
                                            event.issueNo().value(),
                                            Kind.CATEGORY_DISPUTED,
                                            holder,
                                            turn));
        }
    }

    /** The report on the classification table, for every month that is owed. */
    public void reportClassification() {
        for (var month : quality.takeOwed()) {
            directory
                    .having(Role.PROCESS_ADMIN)
                    .forEach(
                            admin ->
                                    request(
                                            StaffLetters.REPORT + month,
                                            Kind.CLASSIFICATION_REPORT,
                                            admin,
                                            1));
        }
    }

    private void request(String key, Kind kind, UserId to, int turn) {
        deliveries.request(key, StaffNoticeEffect.NAME, StaffNoticeEffect.subject(kind, to, turn));
    }
}
