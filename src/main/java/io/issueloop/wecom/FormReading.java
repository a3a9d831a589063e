package io.issueloop.wecom;

import io.issueloop.approval.NativeForm;
import io.issueloop.approval.NativeForm.Said;
import io.issueloop.approval.NativeForm.Status;
import io.issueloop.approval.Opinion.Kind;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.ApprovalApi.Form;
import io.issueloop.wecom.ApprovalApi.StepDetail;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A native form in our words (page 91983). */
final class FormReading {

    private FormReading() {}

    static NativeForm of(Form form) {
        var opinions =
                opinions(form).sorted(Comparator.comparing(Said::at).thenComparing(Said::step));
        return new NativeForm(form.sp_no(), status(form.sp_status()), opinions.toList());
    }

    static String approver(StepDetail detail) {
        var person = detail.approver();
        return person == null ? "" : person.userid();
    }

    private static Status status(int status) {
        return switch (status) {
            case ApprovalApi.APPROVED, ApprovalApi.PAID -> Status.APPROVED;
            case ApprovalApi.REJECTED -> Status.REJECTED;
            case ApprovalApi.REVOKED -> Status.REVOKED;
            case ApprovalApi.REVOKED_AFTER_APPROVAL -> Status.REVOKED_AFTER_APPROVAL;
            case ApprovalApi.DELETED -> Status.DELETED;
            default -> Status.RUNNING;
        };
    }

    /** {@code process_list} where there is one: it knows more than {@code sp_record}. */
    private static Stream<Said> opinions(Form form) {
        var process = form.process_list();
        var nodes = process == null ? List.<ApprovalApi.ProcessedNode>of() : process.node_list();
        return nodes.isEmpty()
                ? numbered(form.sp_record().size())
                        .flatMap(
                                step ->
                                        form.sp_record().get(step).details().stream()
                                                .flatMap(one -> recorded(step, one).stream()))
                : numbered(nodes.size())
                        .filter(step -> nodes.get(step).node_type() == ApprovalApi.APPROVER)
                        .flatMap(
                                step ->
                                        nodes.get(step).sub_node_list().stream()
                                                .flatMap(
                                                        one ->
                                                                said(
                                                                        step,
                                                                        one.userid(),
                                                                        one.sp_yj(),
                                                                        one.speech(),
                                                                        one.sptime())
                                                                        .stream()));
    }

    private static Stream<Integer> numbered(int count) {
        return IntStream.range(0, count).boxed();
    }

    private static Optional<Said> recorded(int step, StepDetail one) {
        return said(step, approver(one), one.sp_status(), one.speech(), one.sptime());
    }

    private static Optional<Said> said(
            int step, String userid, int code, String speech, long seconds) {
        return kind(code)
                .filter(kind -> !userid.isEmpty())
                .map(
                        kind ->
                                new Said(
                                        step,
                                        UserId.of(userid),
                                        kind,
                                        speech,
                                        Instant.ofEpochSecond(seconds)));
    }

    private static Optional<Kind> kind(int code) {
        return switch (code) {
            case 2, 13, 14 -> Optional.of(Kind.AGREED);
            case 3 -> Optional.of(Kind.REJECTED);
            case 4 -> Optional.of(Kind.TRANSFERRED);
            case 11 -> Optional.of(Kind.SENT_BACK);
            case 12 -> Optional.of(Kind.SIGNER_ADDED);
            case 15 -> Optional.of(Kind.PASSED_ON);
            default -> Optional.empty();
        };
    }
}
