package io.issueloop.directory;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away and who stands in. WeCom's API tells no absences, so members enter them here, or
 * their lead does. Days are Asia/Shanghai days.
 */
@Service
@Transactional
public class Absences {

    private static final int LONGEST = 366;

    private final AbsenceStore store;
    private final Directory directory;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Absences(
            AbsenceStore store,
            Directory directory,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.store = store;
        this.directory = directory;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * @param by the member, one of the leads above, or a process administrator
     * @throws Refused with the Chinese reason
     */
    public Absence enter(UserId by, UserId user, AbsentDays days, Optional<UserId> substitute) {
        requireMayEnter(by, user);
        require(!days.to().isBefore(days.from()), "结束日期不能早于开始日期");
        require(!days.to().isBefore(today()), "这段时间已经过去了");
        require(ChronoUnit.DAYS.between(days.from(), days.to()) < LONGEST, "一次最多登记一年");
        store.lock(user);
        require(store.of(user, days.from(), days.to()).isEmpty(), "这几天已经登记过了，请先撤销原来的登记");
        substitute.ifPresent(stand -> requireCanStandIn(stand, user, days));
        var entered =
                store.add(
                        new Absence(0, user, days.from(), days.to(), substitute, by),
                        clock.instant());
        publisher.publishEvent(new AbsenceEntered(entered));
        return entered;
    }

    /** From now on the member is here again; by the same people who may enter it. */
    public void end(UserId by, long id) {
        var absence = store.find(id).orElseThrow(() -> new Refused("这条登记已经撤销，请刷新查看最新状态"));
        requireMayEnter(by, absence.user());
        require(store.end(id, by, clock.instant()), "这条登记已经撤销，请刷新查看最新状态");
        publisher.publishEvent(new AbsenceEnded(absence));
    }

    /** One that counts. */
    @Transactional(readOnly = true)
    public Optional<Absence> find(long id) {
        return store.find(id);
    }

    /** Who of them is away on this day. */
    @Transactional(readOnly = true)
    public Set<UserId> away(Collection<UserId> users, LocalDate day) {
        return store.away(users, day);
    }

    /**
     * Who acts for an absent member on this day; empty too when nobody was named or that one left.
     */
    @Transactional(readOnly = true)
    public Optional<UserId> substituteOf(UserId user, LocalDate day) {
        return store.of(user, day, day).stream()
                .flatMap(absence -> absence.substitute().stream())
                .filter(stand -> directory.member(stand).isPresent())
                .findFirst();
    }

    /** Who acts for this member today, as {@link #substituteOf}. */
    @Transactional(readOnly = true)
    public Optional<UserId> standInFor(UserId user) {
        return substituteOf(user, today());
    }

    /** The one of these people the member acts for today; empty for who is among them. */
    @Transactional(readOnly = true)
    public Optional<UserId> actsFor(UserId by, Collection<UserId> people) {
        if (people.contains(by)) {
            return Optional.empty();
        }
        return substitutedBy(by).stream().map(Absence::user).filter(people::contains).findFirst();
    }

    /** For whom this member acts today. */
    @Transactional(readOnly = true)
    public List<Absence> substitutedBy(UserId substitute) {
        return store.substitutedBy(substitute, today());
    }

    /** Everybody for whom somebody acts today. */
    @Transactional(readOnly = true)
    public Set<UserId> represented() {
        return store.from(today()).stream()
                .filter(absence -> absence.covers(today()) && absence.substitute().isPresent())
                .map(Absence::user)
                .collect(Collectors.toSet());
    }

    /** What is not over yet: the viewer's own, and of everybody whose absences they may enter. */
    @Transactional(readOnly = true)
    public List<Absence> shownTo(UserId viewer) {
        return store.from(today()).stream()
                .filter(absence -> mayEnter(viewer, absence.user()))
                .toList();
    }

    /** Whether the first may enter absences of the second. */
    public boolean mayEnter(UserId by, UserId user) {
        return by.equals(user)
                || directory.member(by).filter(who -> who.is(Role.PROCESS_ADMIN)).isPresent()
                || directory
                        .member(user)
                        .filter(who -> directory.chainOfLeads(who.team()).contains(by))
                        .isPresent();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.REPORTING);
    }

    private void requireMayEnter(UserId by, UserId user) {
        require(directory.member(user).isPresent(), "找不到这位成员");
        require(mayEnter(by, user), "只能登记自己的，或由负责人为组员登记");
    }

    private void requireCanStandIn(UserId stand, UserId user, AbsentDays days) {
        require(!stand.equals(user), "代理人不能是本人");
        require(directory.member(stand).isPresent(), "找不到这位代理人");
        require(store.of(stand, days.from(), days.to()).isEmpty(), "代理人这几天也不在，请换一位");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Refused(otherwise);
        }
    }
}
