package io.issueloop.collaboration.review;

import io.issueloop.collaboration.review.Review.Measure;
import io.issueloop.directory.Absences;
import io.issueloop.directory.Directory;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may change a review, also in the place of somebody who is away. */
@Component
class ReviewRights {

    private final Directory directory;
    private final Absences absences;

    ReviewRights(Directory directory, Absences absences) {
        this.directory = directory;
        this.absences = absences;
    }

    /** The lead, one above, or who acts for one of them. */
    boolean mayLead(Review review, UserId actor) {
        return isOf(leads(review), actor);
    }

    void requireLead(Review review, UserId actor, String otherwise) {
        if (!mayLead(review, actor)) {
            throw new Refused(otherwise + "：" + directory.name(review.lead()));
        }
    }

    /** Its owner, who acts for them, or who may lead. */
    void requireOwner(Review review, Measure measure, UserId actor) {
        if (!isOf(List.of(measure.owner()), actor) && !mayLead(review, actor)) {
            throw new Refused("只有负责人%s可以完成这项措施".formatted(directory.name(measure.owner())));
        }
    }

    /** What is written down of a step, with whom it was done for. */
    Map<String, Object> named(Map<String, Object> payload, UserId actor, UserId holder) {
        var named = new HashMap<>(payload);
        absences.actsFor(actor, List.of(holder))
                .ifPresent(user -> named.put("onBehalfOf", user.value()));
        return named;
    }

    private List<UserId> leads(Review review) {
        return Stream.concat(
                        Stream.of(review.lead()), directory.chainOfLeads(review.team()).stream())
                .toList();
    }

    private boolean isOf(List<UserId> people, UserId actor) {
        return people.contains(actor) || absences.actsFor(actor, people).isPresent();
    }
}
