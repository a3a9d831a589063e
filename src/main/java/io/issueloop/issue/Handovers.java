package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.directory.Directory;
import io.issueloop.directory.OrganisationSettings;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 离职移交: when WeCom says somebody left, or an administrator does, everything they hold is proposed
 * to others; a lead or an administrator confirms within a working day, else it goes to the lead.
 * Nothing is ever left with nobody.
 */
@Service
@Transactional
public class Handovers {

    private static final Logger log = LoggerFactory.getLogger(Handovers.class);

    private final HandoverStore store;
    private final HandoverPlan plan;
    private final HandoverRights rights;
    private final HandoverProcess process;
    private final OrganisationSettings settings;
    private final Directory directory;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;

    Handovers(
            HandoverStore store,
            HandoverPlan plan,
            HandoverRights rights,
            HandoverProcess process,
            OrganisationSettings settings,
            Directory directory,
            WorkingCalendar calendar,
            Clock clock,
            ApplicationEventPublisher publisher) {
        this.publisher = publisher;
        this.store = store;
        this.plan = plan;
        this.rights = rights;
        this.process = process;
        this.settings = settings;
        this.directory = directory;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * WeCom says they are gone: what they still hold is to be handed over. Said again, nothing
     * more.
     */
    public void left(List<UserId> people) {
        if (people.isEmpty()) {
            return;
        }
        var concerned = new LinkedHashSet<>(store.holders(people));
        concerned.addAll(process.withTasks(people));
        concerned.forEach(left -> open(left, UserId.SYSTEM));
    }

    /**
     * An administrator says somebody leaves: from now on they get nothing new.
     *
     * @throws Refused when the person may not say so, or it is said already
     */
    public Handover announce(UserId leaver, UserId by) {
        rights.requireMayAnnounce(by, directory.lastTeam(leaver));
        if (directory.member(leaver).isPresent()) {
            settings.handlesNoMore(leaver, by);
        }
        return open(leaver, by).orElseThrow(() -> new Refused(directory.name(leaver) + "的移交已经在进行"));
    }

    private Optional<Handover> open(UserId leaver, UserId by) {
        var now = clock.instant();
        var due = calendar.addWork(now, WorkingCalendar.WORKING_DAY);
        var team = directory.lastTeam(leaver);
        var opened = store.open(new Handover(0, leaver, team, by, now, due));
        opened.ifPresent(
                handover -> {
                    var lead = plan.lead(handover);
                    process.start(handover, lead);
                    publisher.publishEvent(new HandoverOpened(handover, lead));
                    log.info("handover of {} opened by {}", leaver, by);
                });
        return opened;
    }

    /** What is open and this person may decide, oldest first. */
    @Transactional(readOnly = true)
    public List<Handover> openFor(UserId viewer) {
        return store.allOpen().stream().filter(one -> rights.mayDecide(viewer, one)).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Handover> find(long id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public boolean isOpen(Handover handover) {
        return store.allOpen().contains(handover);
    }

    /** Who confirms it while this one is away; empty where they do so themselves. */
    @Transactional(readOnly = true)
    public Optional<UserId> standIn(long id, UserId holder) {
        return store.find(id).flatMap(handover -> rights.standIn(handover, holder));
    }

    /** What a person holds and somebody has to go on with. */
    @Transactional(readOnly = true)
    public List<IssueNo> heldBy(UserId user) {
        return store.heldBy(user);
    }

    /** Every issue with who is to take it. */
    public List<HandoverItem> items(Handover handover) {
        return plan.items(handover);
    }

    /** The issues a handover gave to a person. */
    @Transactional(readOnly = true)
    public List<IssueNo> given(Handover handover, UserId to) {
        return store.given(handover, to);
    }

    /**
     * Confirms the proposals, with the person's own choices, from our page.
     *
     * @throws Refused when it is done already, or the person may not
     */
    public void confirm(long id, UserId by, Map<IssueNo, String> choices) {
        var handover = store.lock(id).orElseThrow(Handovers::over);
        rights.requireMayDecide(by, handover);
        choices.forEach((issueNo, to) -> store.choose(handover, issueNo, plan.taker(handover, to)));
        process.confirm(handover, by);
    }

    /**
     * Carries it out; called by the process, in its transaction.
     *
     * @param toLead everything to the lead, whatever was proposed
     */
    public void carryOut(long id, UserId by, boolean toLead) {
        var handover = store.lock(id).orElseThrow(Handovers::over);
        if (!by.equals(UserId.SYSTEM)) {
            rights.requireMayDecide(by, handover);
        }
        var moved = 0;
        if (by.equals(UserId.SYSTEM) && isBack(handover)) {
            log.info("handover of {} is void: the member is back", handover.leaver());
        } else {
            moved = plan.carryOut(handover, by, toLead);
            process.moveTasks(handover.leaver(), plan.lead(handover));
        }
        store.close(handover, by, moved, clock.instant());
    }

    private boolean isBack(Handover handover) {
        return handover.openedBy().equals(UserId.SYSTEM)
                && directory.member(handover.leaver()).isPresent();
    }

    private static Refused over() {
        return new Refused("这项移交已经办完，请刷新查看最新状态");
    }
}
