package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.targets.TargetNoticeEffect.Kind;
import io.issueloop.delivery.Deliveries;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.shared.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is told what about targets; requested in the transaction of what happened, sent later. */
@Component
class TargetNotices {

    private final Deliveries deliveries;
    private final Directory directory;

    TargetNotices(Deliveries deliveries, Directory directory) {
        this.deliveries = deliveries;
        this.directory = directory;
    }

    /** One message a team. */
    void toEverybody(TargetRound round, Kind kind) {
        directory.members().stream()
                .map(Member::team)
                .distinct()
                .forEach(team -> request(round, TargetNoticeEffect.subject(kind, team)));
    }

    void toApprovers(TargetRound round, Kind kind, List<UserId> people) {
        people.forEach(who -> request(round, TargetNoticeEffect.subject(kind, who)));
    }

    private void request(TargetRound round, String subject) {
        deliveries.request(round.key(), TargetNoticeEffect.NAME, subject);
    }
}
