package io.issueloop.operations.doctor;

import io.issueloop.operations.doctor.About.Need;
import io.issueloop.standalone.CommandEnvironment.Ground;
import io.issueloop.wecom.InboxCondition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Callbacks are worked on soon after they arrive. */
@About(value = "收件箱", needs = Need.DATABASE)
final class InboxCheck implements Check {

    private static final Duration LATE = Duration.ofMinutes(5);
    private static final Duration STUCK = Duration.ofHours(1);

    private final InboxCondition inbox;
    private final Ground ground;

    InboxCheck(InboxCondition inbox, Ground ground) {
        this.inbox = inbox;
        this.ground = ground;
    }

    @Override
    public List<Finding> look() {
        var now = inbox.now();
        var findings = new ArrayList<Finding>();
        var oldest = now.oldest().orElse(Duration.ZERO);
        if (oldest.compareTo(LATE) > 0 && !ground.serverDown()) {
            var text = "%d 条回调待处理，最早的已等了 %s".formatted(now.waiting(), Words.duration(oldest));
            var advice = "检查应用是否在运行，查看日志";
            findings.add(
                    oldest.compareTo(STUCK) > 0
                            ? Finding.broken(text, advice)
                            : Finding.warning(text, advice));
        }
        if (now.parked() > 0) {
            findings.add(
                    Finding.warning(
                            "%d 条回调多次处理失败，已搁置%s"
                                    .formatted(
                                            now.parked(),
                                            now.problem().map(p -> "：" + p).orElse("")),
                            "按原因处理；表 wecom_inbox 中 status 改回 PENDING 即重新处理"));
        }
        return findings.isEmpty() ? List.of(Finding.ok(now.waiting() + " 条回调待处理，没有搁置的")) : findings;
    }
}
