package io.issueloop.appraisal.appeal;

import io.issueloop.appraisal.appeal.Appeal.State;
import io.issueloop.appraisal.people.Letters;
import io.issueloop.directory.Directory;
import io.issueloop.notification.Links;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What people are told about an appeal, as of when it is sent; why somebody appeals stays on our
 * page.
 */
@Component
public class AppealLetters implements Letters {

    static final String ASSIGN = "ASSIGN";
    static final String ASSIGN_REMINDER = "ASSIGN_REMINDER";
    static final String DECIDE = "DECIDE";
    static final String DECIDE_REMINDER = "DECIDE_REMINDER";
    static final String ESCALATED = "ESCALATED";
    static final String DECIDED = "DECIDED";

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

    private final AppealStore store;
    private final Deciders deciders;
    private final Directory people;
    private final Links links;

    AppealLetters(AppealStore store, Deciders deciders, Directory people, Links links) {
        this.store = store;
        this.deciders = deciders;
        this.people = people;
        this.links = links;
    }

    @Override
    public String prefix() {
        return Appeal.PREFIX;
    }

    @Override
    public Optional<Notice> write(String key, String kind, UserId to) {
        var appeal = store.find(key).orElseThrow();
        return switch (kind) {
            case ASSIGN, ASSIGN_REMINDER ->
                    appeal.state() == State.FILED
                            ? notice(
                                    appeal,
                                    kind.equals(ASSIGN) ? "请指定申诉的裁决人" : "申诉还没有指定裁决人",
                                    about(appeal) + "\n请选一位没有参与过这件事的人")
                            : Optional.empty();
            case DECIDE, DECIDE_REMINDER ->
                    appeal.state() == State.ASSIGNED && deciders.mayDecide(appeal, to)
                            ? notice(
                                    appeal,
                                    kind.equals(DECIDE) ? "请裁决一项绩效申诉" : "绩效申诉的裁决期限快到了",
                                    about(appeal) + "\n期限：" + spoken(appeal.dueAt()))
                            : Optional.empty();
            case ESCALATED ->
                    appeal.state() == State.ASSIGNED
                            ? notice(
                                    appeal,
                                    "申诉裁决已逾期",
                                    about(appeal)
                                            + "\n现由 %s 裁决，可在申诉页改派"
                                                    .formatted(
                                                            appeal.decider()
                                                                    .map(people::name)
                                                                    .orElse("—")))
                            : Optional.empty();
            default -> decided(appeal);
        };
    }

    /** What the forms show, at most 500 characters. */
    public String summary(String no) {
        var appeal = store.find(no).orElseThrow();
        return "%s\n裁决期限：%s\n\n申诉的理由与证据请在申诉页查看：/m/appeal/%s"
                .formatted(about(appeal), spoken(appeal.dueAt()), no);
    }

    private Optional<Notice> decided(Appeal appeal) {
        if (appeal.state() != State.UPHELD && appeal.state() != State.DISMISSED) {
            return Optional.empty();
        }
        var effect =
                appeal.effect().stream()
                        .flatMap(java.util.List::stream)
                        .map(one -> "%s：%s → %s".formatted(one.metric(), one.before(), one.after()))
                        .collect(Collectors.joining("\n"));
        return notice(
                appeal,
                "您的申诉%s：%s".formatted(appeal.state().label(), appeal.subject()),
                "理由：%s%s".formatted(appeal.decision(), effect.isEmpty() ? "" : "\n" + effect));
    }

    private String about(Appeal appeal) {
        return "%s　%s\n%s　%s"
                .formatted(
                        appeal.no(),
                        people.name(appeal.person()),
                        appeal.quarter().label(),
                        appeal.subject());
    }

    private Optional<Notice> notice(Appeal appeal, String title, String text) {
        return Optional.of(new Notice(title, text, links.page("/m/appeal/" + appeal.no())));
    }

    private static String spoken(Instant instant) {
        return WHEN.format(instant.atZone(Zones.REPORTING));
    }
}
