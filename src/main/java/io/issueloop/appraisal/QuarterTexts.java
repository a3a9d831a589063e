package io.issueloop.appraisal;

import io.issueloop.appraisal.QuarterEvent.Type;
import io.issueloop.appraisal.QuarterNotices.Kind;
import io.issueloop.directory.Directory;
import io.issueloop.kpi.Period;
import io.issueloop.notification.Links;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Zones;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What messages about a quarter say: Chinese, one link each; empty when it is over already. */
final class QuarterTexts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

    private final Quarters quarters;
    private final QuarterLog log;
    private final Directory people;
    private final Links links;

    QuarterTexts(Quarters quarters, QuarterLog log, Directory people, Links links) {
        this.quarters = quarters;
        this.log = log;
        this.people = people;
        this.links = links;
    }

    Optional<Notice> write(Kind kind, Period quarter, int revision) {
        var stand = quarters.of(quarter);
        var name = quarter.label();
        return switch (kind) {
            case CHECK -> checking(stand, name + "请做季末核对", "数据已截止并完成试算。请按核对清单逐项处理，然后公示");
            case CHECK_REMINDER ->
                    stand.isLocked()
                            ? Optional.empty()
                            : admin(quarter, "提醒：" + name + "的考核在等您", "请在季度考核页完成当前这一步");
            case PUBLISHED -> published(stand, name);
            case SIGN -> reviewing(stand, name + "申诉期已结束", "请确认没有未决的申诉，然后申请锁定");
            case CONFIRM ->
                    reviewing(
                            stand, name + "请您复核锁定", said(quarter, Type.SIGNED) + "申请锁定，由您复核：同意即锁定");
            case CONFIRM_REMINDER -> reviewing(stand, "提醒：" + name + "等待复核锁定", "同意即锁定，不同意请写明原因退回");
            case RETURNED -> reviewing(stand, name + "的锁定被退回", said(quarter, Type.RETURNED));
            case LOCKED -> locked(quarter, revision);
            case CONFIRM_REOPENING ->
                    admin(quarter, name + "请您复核：重新打开", said(quarter, Type.REOPEN_ASKED));
            case CONFIRM_REOPENING_REMINDER ->
                    stand.isLocked()
                            ? admin(
                                    quarter,
                                    "提醒：" + name + "等待复核重新打开",
                                    said(quarter, Type.REOPEN_ASKED))
                            : Optional.empty();
            case REOPENING_REFUSED ->
                    admin(quarter, name + "不重新打开", said(quarter, Type.REOPEN_REFUSED));
            case REOPENED -> reopened(quarter, revision);
        };
    }

    private Optional<Notice> checking(Quarter stand, String title, String text) {
        return stand.state() == QuarterState.CUTOFF
                ? admin(stand.period(), title, text)
                : Optional.empty();
    }

    private Optional<Notice> reviewing(Quarter stand, String title, String text) {
        return stand.state() == QuarterState.REVIEW
                ? admin(stand.period(), title, text)
                : Optional.empty();
    }

    private Optional<Notice> published(Quarter stand, String name) {
        return stand.appeals()
                .map(
                        window ->
                                own(
                                        stand.period(),
                                        name + "的指标已公示",
                                        "请核对您的数字，每一条都能看到计入与未计入的原因。\n有异议请在 %s 前提出申诉"
                                                .formatted(spoken(window.to()))));
    }

    private Optional<Notice> locked(Period quarter, int revision) {
        return Optional.of(
                own(
                        quarter,
                        quarter.label() + "的指标已锁定",
                        "结果已由两人确认，为最终结果（修订 %d），不再变动".formatted(revision)));
    }

    private Optional<Notice> reopened(Period quarter, int revision) {
        var text = "%s\n修订 %d 仍可查阅；更正后将重新公示、受理申诉并锁定为修订 %d";
        return Optional.of(
                own(
                        quarter,
                        quarter.label() + "的指标已重新打开",
                        text.formatted(said(quarter, Type.REOPENED), revision, revision + 1)));
    }

    /** Who did it last and why. */
    private String said(Period quarter, Type type) {
        return log.last(quarter, type)
                .map(
                        event ->
                                people.name(event.actor())
                                        + (event.reason().isEmpty() ? "" : "：" + event.reason())
                                        + (type == Type.SIGNED ? " " : ""))
                .orElse("");
    }

    private Optional<Notice> admin(Period quarter, String title, String text) {
        return Optional.of(new Notice(title, text, page("admin/quarter?quarter=", quarter)));
    }

    private Notice own(Period quarter, String title, String text) {
        return new Notice(title, text, page("m/kpi?period=", quarter));
    }

    private URI page(String path, Period quarter) {
        return links.home().resolve(path + quarter.code());
    }

    private static String spoken(Instant at) {
        return TIME.format(at.atZone(Zones.REPORTING));
    }
}
