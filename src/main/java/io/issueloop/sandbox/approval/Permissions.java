package io.issueloop.sandbox.approval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which deeds the client would offer a person on a form. */
public final class Permissions {

    private static final List<String> APPROVER =
            List.of("agree", "reject", "transfer", "send_back", "add_signer");
    private static final List<String> HANDLER = List.of("agree", "transfer");
    private static final Set<Integer> DELETABLE =
            Set.of(Form.REJECTED, Form.REVOKED, Form.REVOKED_AFTER_APPROVAL);
    private static final Map<String, String> LABELS =
            Map.ofEntries(
                    Map.entry("agree", "同意"),
                    Map.entry("reject", "驳回"),
                    Map.entry("transfer", "转审"),
                    Map.entry("send_back", "退回"),
                    Map.entry("add_signer", "加签"),
                    Map.entry("resubmit", "重新提交"),
                    Map.entry("urge", "催办"),
                    Map.entry("revoke", "撤销"),
                    Map.entry("revoke_approved", "撤销已通过的审批"),
                    Map.entry("comment", "评论"),
                    Map.entry("delete", "删除"));

    private Permissions() {}

    static String label(String deed) {
        return LABELS.getOrDefault(deed, deed);
    }

    public static Set<String> of(Form form, String userid) {
        var may = new LinkedHashSet<String>();
        form.current()
                .filter(step -> step.turnOf(userid).isPresent())
                .ifPresent(s -> may.addAll(s.type() == Step.HANDLER ? HANDLER : APPROVER));
        if (form.isOf(userid)) {
            may.addAll(ofApplicant(form));
        }
        if (form.concerns(userid) && form.status() != Form.DELETED) {
            may.add("comment");
        }
        return may;
    }

    private static List<String> ofApplicant(Form form) {
        if (form.isWithApplicant()) {
            return List.of("resubmit", "revoke");
        }
        return switch (form.status()) {
            case Form.IN_PROGRESS -> List.of("urge", "revoke");
            case Form.APPROVED -> List.of("revoke_approved");
            default -> DELETABLE.contains(form.status()) ? List.of("delete") : List.of();
        };
    }
}
