package io.issueloop.notification;

import io.issueloop.issue.imports.ImportedWork.Share;
import io.issueloop.notification.Message.Notice;
import java.util.ArrayList;

/** What people read of an import: Chinese, short, one link. */
final class ImportTexts {

    private ImportTexts() {}

    /** All that waits for one person, in place of a card for each. */
    static Notice digest(Share share, Links links) {
        var lines = new ArrayList<String>();
        add(lines, "待分诊", share.toTriage());
        add(lines, "待接单", share.toAccept());
        add(lines, "处理中", share.inHand());
        add(lines, "待您评价", share.toEvaluate());
        add(lines, "其中已逾期", share.late());
        share.nextDue().ifPresent(due -> lines.add("最近到期：" + Times.spoken(due)));
        var count = share.toTriage() + share.toAccept() + share.inHand() + share.toEvaluate();
        var link =
                share.toAccept() + share.inHand() > 0
                        ? links.handledByMe()
                        : share.toTriage() > 0 ? links.tasklist() : links.reportedByMe();
        return new Notice("批量导入：有 %d 件问题等您处理".formatted(count), String.join("\n", lines), link);
    }

    private static void add(ArrayList<String> lines, String name, long count) {
        if (count > 0) {
            lines.add("%s：%d 件".formatted(name, count));
        }
    }
}
