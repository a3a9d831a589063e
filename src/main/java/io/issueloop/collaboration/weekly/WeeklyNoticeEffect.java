package io.issueloop.collaboration.weekly;

import io.issueloop.collaboration.Telling;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Team;
import io.issueloop.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the lead about the team's week, and every member with something in it about their own. */
@Component
class WeeklyNoticeEffect implements Effect {

    static final String NAME = "WEEKLY_NOTICE";

    private final WeeklyReports reports;
    private final Telling telling;
    private final SentLog sentLog;
    private final Directory people;

    WeeklyNoticeEffect(WeeklyReports reports, Telling telling, SentLog sentLog, Directory people) {
        this.reports = reports;
        this.telling = telling;
        this.sentLog = sentLog;
        this.people = people;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "周报消息";
    }

    @Override
    public Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        for (var letter : letters(WeeklySubject.of(subject))) {
            if (sentLog.claim(letter.key())) {
                telling.tell(List.of(letter.to()), letter.title(), letter.text(), letter.page());
                sentLog.sent(letter.key(), "");
            }
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var which = WeeklySubject.of(subject);
        var unsent =
                letters(which).stream()
                        .filter(letter -> sentLog.reference(letter.key()).isEmpty())
                        .toList();
        if (unsent.isEmpty()) {
            return Optional.empty();
        }
        var text = unsent.stream().map(this::written).collect(Collectors.joining("\n\n"));
        return Optional.of(
                ByHand.of(
                        "发送%s周报消息".formatted(which.week().label()),
                        "请在企业微信中把下面的消息分别发给各自的收件人。",
                        text));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        letters(WeeklySubject.of(subject)).stream()
                .map(Letter::key)
                .filter(sentLog::claim)
                .forEach(key -> sentLog.sent(key, ""));
    }

    /** One message. */
    private record Letter(String key, UserId to, String title, String text, String page) {}

    private List<Letter> letters(WeeklySubject which) {
        var letters = new ArrayList<Letter>();
        var team = reports.of(which.week(), which.team()).orElseThrow();
        var lead = people.team(which.team()).flatMap(Team::lead);
        if (lead.isPresent() && (!team.lines().isEmpty() || team.writers() > 0)) {
            letters.add(letter(which, lead.get(), "team:" + which.team(), team));
        }
        for (var user : reports.members(which.team())) {
            var own = reports.of(which.week(), user).orElseThrow();
            if (!own.lines().isEmpty()) {
                letters.add(letter(which, user, "person:" + user, own));
            }
        }
        return letters;
    }

    private static Letter letter(WeeklySubject which, UserId to, String scope, WeeklySheet sheet) {
        var week = which.week().code();
        return new Letter(
                "%s/%s/%s/%s".formatted(NAME, week, scope, to),
                to,
                WeeklyTexts.title(sheet),
                scope.startsWith("team") ? WeeklyTexts.team(sheet) : WeeklyTexts.person(sheet),
                "/reports/weekly/%s?scope=%s".formatted(week, scope));
    }

    private String written(Letter letter) {
        return "【发给 %s】\n%s\n%s\n%s"
                .formatted(
                        people.name(letter.to()),
                        letter.title(),
                        letter.text(),
                        telling.link(letter.page()));
    }
}
