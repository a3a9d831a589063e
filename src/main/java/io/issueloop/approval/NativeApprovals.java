package io.issueloop.approval;

import io.issueloop.approval.NativeForm.Said;
import io.issueloop.approval.NativeForm.Status;
import io.issueloop.approval.Opinion.Door;
import io.issueloop.approval.Opinion.Kind;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * WeCom's own forms and what became of them. The state is read from WeCom each time: news may come
 * early, late, twice, two in one second or never, and have one effect each (trust.md §1).
 */
@Service
public class NativeApprovals {

    private static final Logger log = LoggerFactory.getLogger(NativeApprovals.class);

    private final ApprovalForms forms;
    private final ApprovalStore store;
    private final Opinions opinions;
    private final Verdict verdict;
    private final ApprovalProcess process;
    private final Issues issues;
    private final TransactionTemplate transaction;

    NativeApprovals(
            ApprovalForms forms,
            ApprovalStore store,
            Opinions opinions,
            Verdict verdict,
            ApprovalProcess process,
            Issues issues,
            TransactionTemplate transaction) {
        this.forms = forms;
        this.store = store;
        this.opinions = opinions;
        this.verdict = verdict;
        this.process = process;
        this.issues = issues;
        this.transaction = transaction;
    }

    /**
     * Something happened to a form. One that is not ours, or whose number we have not heard yet, is
     * left alone: it is read as soon as its number is known. Call it without an open transaction.
     */
    public void changed(String number) {
        if (store.findByForm(number).isEmpty()) {
            log.info("approval form {} is none of ours (yet)", number);
            return;
        }
        var form = forms.read(number);
        transaction.executeWithoutResult(
                status -> {
                    if (form.isPresent()) {
                        seen(form.get());
                    }
                });
    }

    /** The forms that may still change the fate of an issue, oldest first. */
    public List<String> open() {
        return store.openForms();
    }

    private void seen(NativeForm form) {
        var approval = store.lockByForm(form.number()).orElseThrow();
        var last = hear(approval, form);
        if (approval.isWaiting()) {
            conclude(approval, form, last);
        } else if (form.status() == Status.REVOKED_AFTER_APPROVAL
                && approval.state() == ApprovalState.APPROVED
                && !approval.revokedLater()) {
            verdict.revoked(approval, approval.applicant(), "");
        }
    }

    private void conclude(Approval approval, NativeForm form, Optional<Opinion> last) {
        if (form.status() == Status.RUNNING || form.isApproved() && isWorthless(approval)) {
            return;
        }
        var state = form.result();
        last.filter(opinion -> state == ApprovalState.APPROVED || state == ApprovalState.REJECTED)
                .ifPresentOrElse(
                        opinion -> verdict.decided(approval, state, opinion),
                        () -> verdict.decided(approval, state, byWhom(approval, state), ""));
        if (form.status() == Status.REVOKED_AFTER_APPROVAL) {
            verdict.revoked(approval, approval.applicant(), "");
        }
        process.decided(approval.issueNo());
    }

    private static UserId byWhom(Approval approval, ApprovalState state) {
        return state == ApprovalState.REVOKED ? approval.applicant() : UserId.SYSTEM;
    }

    /** Whether nobody agreed but people who may not: then the others are still asked, here. */
    private boolean isWorthless(Approval approval) {
        var kinds = opinions.of(approval.issueNo()).stream().map(Opinion::kind).toList();
        return kinds.contains(Kind.DISREGARDED) && !kinds.contains(Kind.AGREED);
    }

    /** Records what is new; answers the last opinion that decides anything. */
    private Optional<Opinion> hear(Approval approval, NativeForm form) {
        Opinion last = null;
        for (var said : form.opinions()) {
            var opinion = opinion(approval, form, said);
            var isNew = opinions.add(approval.issueNo(), opinion);
            var isFinal =
                    form.status() != Status.RUNNING
                            && said.equals(form.opinions().get(form.opinions().size() - 1))
                            && opinion.kind() != Kind.DISREGARDED;
            if (isNew && approval.isWaiting() && !isFinal) {
                verdict.spoken(approval, opinion);
            }
            if (opinion.kind() == Kind.AGREED || opinion.kind() == Kind.REJECTED) {
                last = opinion;
            }
        }
        return Optional.ofNullable(last);
    }

    private Opinion opinion(Approval approval, NativeForm form, Said said) {
        var biased = ApproverChoice.isBiased(issues.get(approval.issueNo()), said.by());
        var kind = biased && said.kind() == Kind.AGREED ? Kind.DISREGARDED : said.kind();
        return new Opinion(
                "%s/%d/%s/%s/%s"
                        .formatted(form.number(), said.step(), said.by(), said.kind(), said.at()),
                said.by(),
                standsFor(approval, form, said),
                kind,
                Door.WECOM,
                said.comment(),
                said.at());
    }

    /** Who was asked in WeCom by somebody else speaks for that one. */
    private static Optional<UserId> standsFor(Approval approval, NativeForm form, Said said) {
        if (approval.approvers().contains(said.by())) {
            return Optional.empty();
        }
        return form.opinions().stream()
                .takeWhile(earlier -> !earlier.equals(said))
                .filter(earlier -> !earlier.by().equals(said.by()))
                .filter(earlier -> earlier.kind() != Kind.AGREED)
                .reduce((one, later) -> later)
                .map(Said::by);
    }
}
