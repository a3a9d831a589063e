package io.issueloop.collaboration;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.ByHand.Reference;
import io.issueloop.directory.Directory;
import java.util.stream.Collectors;

/** Calendar entries a person keeps in place of the application; pure functions. */
final class HandAgenda {

    private HandAgenda() {}

    static ByHand put(Agenda.Entry entry, boolean known, Directory people) {
        var attendees =
                entry.attendees().stream().map(people::name).collect(Collectors.joining("、"));
        var text =
                """
                主题：%s
                时间：%s 至 %s
                参与人：%s
                提醒：提前 1 天、提前 1 小时
                描述：%s"""
                        .formatted(
                                entry.summary(),
                                HandRow.time(entry.start()),
                                HandRow.time(entry.end()),
                                attendees,
                                entry.description());
        return ByHand.of(
                        "%s %s 的截止日程".formatted(known ? "修改" : "新建", entry.key()),
                        "请在企业微信日程中%s；如能得到日程编号，可一并填写，改为自动后由系统接着维护。"
                                .formatted(known ? "把这条日程改为下面的内容" : "新建一条日程，并邀请参与人"),
                        text)
                .asking(Reference.OPTIONAL);
    }

    static ByHand remove(Agenda.Entry entry) {
        return ByHand.of(
                "删除 %s 的截止日程".formatted(entry.key()),
                "该问题不再需要截止提醒，请在企业微信日程中删除这条日程。",
                entry.summary());
    }
}
