package io.issueloop.appraisal.appeal;

import io.issueloop.appraisal.appeal.Appeal.State;
import io.issueloop.appraisal.appeal.AppealLog.What;
import io.issueloop.appraisal.people.EvidencePictures;
import io.issueloop.appraisal.people.LetterPost;
import io.issueloop.directory.Member;
import io.issueloop.kpi.KpiLine;
import io.issueloop.kpi.KpiScope;
import io.issueloop.kpi.KpiValue;
import io.issueloop.kpi.Kpis;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appeals as they are, and what people who file them do. */
@Service
@Transactional
public class Appeals {

    private static final int MAX_STATEMENT = 1000;

    private final AppealStore store;
    private final AppealLog log;
    private final AppealWindows windows;
    private final AppealTimes times;
    private final AppealProcess process;
    private final Deciders deciders;
    private final EvidencePictures evidence;
    private final LetterPost post;
    private final Kpis kpis;
    private final Clock clock;

    Appeals(
            AppealStore store,
            AppealLog log,
            AppealWindows windows,
            AppealTimes times,
            AppealProcess process,
            Deciders deciders,
            EvidencePictures evidence,
            LetterPost post,
            Kpis kpis,
            Clock clock) {
        this.store = store;
        this.log = log;
        this.windows = windows;
        this.times = times;
        this.process = process;
        this.deciders = deciders;
        this.evidence = evidence;
        this.post = post;
        this.kpis = kpis;
        this.clock = clock;
    }

    /**
     * What somebody appeals against, and why.
     *
     * @param line empty: the metric as a whole
     */
    public record Claim(
            Period quarter, String metric, String line, String statement, List<UUID> pictures) {}

    /** One entry of an appeal's story, in words. */
    public record Happened(String what, UserId actor, String note, Instant at) {}

    /**
     * Files an appeal against one's own number.
     *
     * @throws Refused outside the window, without a statement, or when one about the same is open
     */
    public Appeal file(UserId person, Claim claim) {
        if (windows.openUntil(claim.quarter()).isEmpty()) {
            throw new Refused("%s现在不在申诉期内；结果公示后 5 个工作日内可以申诉".formatted(claim.quarter().label()));
        }
        var statement = claim.statement().strip();
        if (statement.isEmpty()
                || statement.codePointCount(0, statement.length()) > MAX_STATEMENT) {
            throw new Refused("请写明理由，最多 %d 字".formatted(MAX_STATEMENT));
        }
        var timing = times.from(clock.instant());
        var appeal =
                new Appeal(
                        store.nextNo(claim.quarter()),
                        claim.quarter(),
                        person,
                        claim.metric(),
                        claim.line().strip(),
                        reasonOf(person, claim),
                        statement,
                        State.FILED,
                        clock.instant(),
                        timing.dueAt(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty());
        if (!store.add(appeal)) {
            throw new Refused("您对这一条的申诉正在处理中，请等待结果");
        }
        evidence.give(appeal.no(), person, claim.pictures());
        log.append(appeal.no(), What.FILED, person, "");
        process.start(appeal.no(), timing);
        deciders.assigners(appeal)
                .forEach(admin -> post.send(appeal.no(), AppealLetters.ASSIGN, admin, 1));
        return appeal;
    }

    /** Takes it back before it is decided. */
    public void withdraw(UserId person, String no) {
        var appeal =
                store.lock(no)
                        .filter(one -> one.person().equals(person))
                        .orElseThrow(() -> new Refused("没有这项申诉"));
        if (!appeal.state().isOpen()) {
            throw new Refused("申诉已有结果，不能再撤回");
        }
        store.withdrawn(no);
        log.append(no, What.WITHDRAWN, person, "");
        process.withdrawn(no);
    }

    @Transactional(readOnly = true)
    public Optional<Appeal> find(String no) {
        return store.find(no);
    }

    /** What happened to it, the oldest first. */
    @Transactional(readOnly = true)
    public List<Happened> story(String no) {
        return log.of(no);
    }

    /** Not decided yet: they keep a quarter from being locked. */
    @Transactional(readOnly = true)
    public List<Appeal> open(Period quarter) {
        return store.of(quarter.quarter()).stream()
                .filter(
                        appeal ->
                                appeal.state().isOpen()
                                        || appeal.state() == State.UPHELD
                                                && appeal.effect().isEmpty())
                .toList();
    }

    /** One's own, the oldest first. */
    @Transactional(readOnly = true)
    public List<Appeal> by(UserId person) {
        return store.by(person);
    }

    /** What waits for this person: to name who decides, or to decide. */
    @Transactional(readOnly = true)
    public List<Appeal> waitingFor(UserId person) {
        return store.open().stream()
                .filter(
                        one ->
                                one.state() == State.FILED
                                        ? deciders.mayAssign(one, person)
                                        : deciders.mayDecide(one, person))
                .toList();
    }

    /** The person, who decides, and who names the deciders; nobody else, no other lead. */
    @Transactional(readOnly = true)
    public boolean maySee(UserId viewer, Appeal appeal) {
        return viewer.equals(appeal.person())
                || deciders.mayDecide(appeal, viewer)
                || appeal.decidedBy().equals(Optional.of(viewer))
                || deciders.mayAssign(appeal, viewer);
    }

    @Transactional(readOnly = true)
    public boolean mayAssign(UserId viewer, Appeal appeal) {
        return appeal.state().isOpen() && deciders.mayAssign(appeal, viewer);
    }

    @Transactional(readOnly = true)
    public boolean mayDecide(UserId viewer, Appeal appeal) {
        return appeal.state() == State.ASSIGNED && deciders.mayDecide(appeal, viewer);
    }

    /** Who could decide it. */
    @Transactional(readOnly = true)
    public List<Member> deciders(Appeal appeal) {
        return deciders.of(appeal);
    }

    private String reasonOf(UserId person, Claim claim) {
        if (!claim.metric().matches("P[1-5]")) {
            throw new Refused("请选择要申诉的指标（P1–P5）；得分由各项指标算出，请对具体指标申诉");
        }
        var lines =
                kpis.find(claim.quarter(), KpiScope.person(person), claim.metric()).stream()
                        .map(KpiValue::id)
                        .flatMap(id -> kpis.lines(id).stream())
                        .filter(line -> line.issueNo().equals(claim.line().strip()))
                        .map(KpiLine::reason)
                        .distinct()
                        .toList();
        if (lines.isEmpty()) {
            return claim.line().isBlank() ? "" : "明细中没有这一条";
        }
        return String.join("；", lines);
    }
}
