package io.issueloop.issue.imports;

import java.util.List;
import java.util.Optional;

/** Whether the parts of a row fit each other, as they would have to had it happened here. */
final class RowSense {

    private RowSense() {}

    static void check(ImportRow row, List<String> reasons) {
        var times = row.times();
        var worked = times.accepted().isPresent() || times.resolved().isPresent();
        if (worked && row.handler().isEmpty()) {
            reasons.add("已接单或已解决的问题请填写处理人");
        }
        if (times.closed().isPresent() && times.resolved().isEmpty() && !row.isDuplicate()) {
            reasons.add("有关闭时间，请填写解决时间");
        }
        if (row.stars().isPresent() && times.resolved().isEmpty()) {
            reasons.add("没有解决的问题不能有满意度");
        }
        if (row.stars().isPresent() && row.handler().equals(Optional.of(row.reporter()))) {
            reasons.add("提报人不能给自己处理的问题评分");
        }
    }
}
