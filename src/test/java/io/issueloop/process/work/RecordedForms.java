package io.issueloop.process.work;

import io.issueloop.approval.ApprovalForms;
import io.issueloop.approval.NativeForm;
import io.issueloop.approval.NativeForm.Said;
import io.issueloop.approval.NativeForm.Status;
import io.issueloop.approval.Opinion.Kind;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * WeCom's approvals, remembering what was asked of them; people decide on them by {@link #says}.
 */
final class RecordedForms implements ApprovalForms {

    final List<Application> applications = new ArrayList<>();
    boolean down;
    boolean losesReply;

    private final Map<String, NativeForm> forms = new HashMap<>();

    @Override
    public String apply(Application application) {
        if (down) {
            throw new IllegalStateException("WeCom does not answer");
        }
        applications.add(application);
        var number = number(application.issueNo());
        forms.put(number, new NativeForm(number, Status.RUNNING, List.of()));
        if (losesReply) {
            losesReply = false;
            throw new IllegalStateException("the answer was lost");
        }
        return number;
    }

    @Override
    public Optional<String> find(Application application, Instant since) {
        return Optional.of(number(application.issueNo())).filter(forms::containsKey);
    }

    @Override
    public Optional<NativeForm> read(String number) {
        if (down) {
            throw new IllegalStateException("WeCom does not answer");
        }
        return Optional.ofNullable(forms.get(number));
    }

    long applicationsOf(IssueNo issueNo) {
        return applications.stream().filter(one -> one.issueNo().equals(issueNo)).count();
    }

    /** Somebody does something with the form, and this is where it stands then. */
    String says(IssueNo issueNo, UserId by, Kind kind, String comment, Status then) {
        var number = number(issueNo);
        var opinions = new ArrayList<>(forms.get(number).opinions());
        var at = Instant.parse("2026-11-23T02:00:00Z").plusSeconds(opinions.size());
        opinions.add(new Said(0, by, kind, comment, at));
        forms.put(number, new NativeForm(number, then, opinions));
        return number;
    }

    /** The form itself changes, without anybody's opinion. */
    String becomes(IssueNo issueNo, Status status) {
        var number = number(issueNo);
        forms.put(number, new NativeForm(number, status, forms.get(number).opinions()));
        return number;
    }

    private static String number(IssueNo issueNo) {
        return "sp-" + issueNo;
    }
}
