package io.issueloop.appraisal.appeal;

import io.issueloop.appraisal.appeal.Appeal.State;
import io.issueloop.appraisal.appeal.AppealTexts.Text;
import io.issueloop.appraisal.people.Letters;
import io.issueloop.directory.Directory;
import io.issueloop.notification.Links;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What people are told about an appeal, as of when it is sent; why somebody appeals stays on our
 * page.
 */
@Component
public class AppealLetters implements Letters {

    static final String ASSIGN = "ASSIGN";
    static final String ASSIGN_REMINDER = "ASSIGN_REMINDER";
    static final String DECIDE = "DECIDE";
    static final String DECIDE_REMINDER = "DECIDE_REMINDER";
    static final String ESCALATED = "ESCALATED";
    static final String DECIDED = "DECIDED";

    private final AppealStore store;
    private final Deciders deciders;
    private final Directory people;
    private final Links links;

    AppealLetters(AppealStore store, Deciders deciders, Directory people, Links links) {
        this.store = store;
        this.deciders = deciders;
        this.people = people;
        this.links = links;
    }

    @Override
    public String prefix() {
        return Appeal.PREFIX;
    }

    @Override
    public Optional<Notice> write(String key, String kind, UserId to) {
        var appeal = store.find(key).orElseThrow();
        var who = people.name(appeal.person());
        var isOpen = appeal.state() == State.ASSIGNED;
        return switch (kind) {
            case ASSIGN, ASSIGN_REMINDER ->
                    notice(
                            appeal,
                            appeal.state() == State.FILED,
                            () -> AppealTexts.assign(appeal, who, kind.equals(ASSIGN_REMINDER)));
            case DECIDE, DECIDE_REMINDER ->
                    notice(
                            appeal,
                            isOpen && deciders.mayDecide(appeal, to),
                            () -> AppealTexts.decide(appeal, who, kind.equals(DECIDE_REMINDER)));
            case ESCALATED ->
                    notice(
                            appeal,
                            isOpen,
                            () ->
                                    AppealTexts.escalated(
                                            appeal, who, appeal.decider().map(people::name)));
            default ->
                    notice(
                            appeal,
                            appeal.state() == State.UPHELD || appeal.state() == State.DISMISSED,
                            () -> AppealTexts.decided(appeal));
        };
    }

    /** What the forms show, at most 500 characters. */
    public String summary(String no) {
        var appeal = store.find(no).orElseThrow();
        return AppealTexts.summary(appeal, people.name(appeal.person()));
    }

    private Optional<Notice> notice(Appeal appeal, boolean isToBeSaid, Supplier<Text> text) {
        if (!isToBeSaid) {
            return Optional.empty();
        }
        var said = text.get();
        var page = links.page("/m/appeal/" + appeal.no());
        return Optional.of(new Notice(said.title(), said.text(), page));
    }
}
