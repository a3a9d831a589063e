package io.issueloop.wecom;

import java.util.List;

/**
 * What an event of native approval says (page 91815). It carries no form: whoever acts on it reads
 * the form's state by {@link ApprovalApi#detail}, so that events may come late, twice or never.
 *
 * @param number of the form, as text
 * @param status of the form: {@link ApprovalApi#RUNNING} …
 * @param cause 1 apply, 2 agree, 3 reject, 4 transfer, 5 urge, 6 revoke, 8 revoke after approval,
 *     10 comment, 11 sent back, 12 approver added, 13 add-sign and agree, 14 handled, 15 passed on
 */
record ApprovalChange(String number, int status, String templateId, int cause, List<Step> steps) {

    /**
     * A step of the flow.
     *
     * @param anyoneDecides whether one approver is enough; all have to agree otherwise
     */
    record Step(int status, boolean anyoneDecides, List<Opinion> opinions) {}

    /**
     * @param at seconds since 1970; 0 while nothing happened
     */
    record Opinion(String userId, int status, long at, String speech) {}

    static boolean isOne(CallbackEvent event) {
        return event.type().equals("sys_approval_change");
    }

    static ApprovalChange of(CallbackEvent event) {
        var info = event.xml().first("ApprovalInfo").orElse(event.xml());
        var number = info.textOf("SpNoStr"); // SpNo is a number, and may be absent
        return new ApprovalChange(
                number.isEmpty() ? info.textOf("SpNo") : number,
                number(info, "SpStatus"),
                info.textOf("TemplateId"),
                number(info, "StatuChangeEvent"), // WeCom's spelling
                steps(info));
    }

    /** {@code ProcessList} where there is one: {@code SpRecord} counts any and all inversely. */
    private static List<Step> steps(XmlElement info) {
        var nodes =
                info.first("ProcessList").stream()
                        .flatMap(list -> list.all("NodeList").stream())
                        .filter(node -> number(node, "NodeType") == ApprovalApi.APPROVER)
                        .map(ApprovalChange::processed)
                        .toList();
        return nodes.isEmpty()
                ? info.all("SpRecord").stream().map(ApprovalChange::recorded).toList()
                : nodes;
    }

    private static Step processed(XmlElement node) {
        return new Step(
                number(node, "SpStatus"),
                number(node, "ApvRel") == ApprovalApi.ANY,
                node.all("SubNodeList").stream()
                        .map(
                                one ->
                                        new Opinion(
                                                userId(one, "UserInfo"),
                                                number(one, "SpYj"),
                                                number(one, "Sptime"),
                                                one.textOf("Speech")))
                        .toList());
    }

    private static Step recorded(XmlElement record) {
        return new Step(
                number(record, "SpStatus"),
                number(record, "ApproverAttr") == 1,
                record.all("Details").stream()
                        .map(
                                one ->
                                        new Opinion(
                                                userId(one, "Approver"),
                                                number(one, "SpStatus"),
                                                number(one, "SpTime"),
                                                one.textOf("Speech")))
                        .toList());
    }

    private static String userId(XmlElement holder, String who) {
        return holder.first(who).map(person -> person.textOf("UserId")).orElse("");
    }

    private static int number(XmlElement holder, String name) {
        var text = holder.textOf(name);
        return text.matches("\\d{1,10}") ? (int) Long.parseLong(text) : 0;
    }
}
