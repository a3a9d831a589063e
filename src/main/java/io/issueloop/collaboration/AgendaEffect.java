package io.issueloop.collaboration;

import io.issueloop.delivery.Effect;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps one calendar entry per open issue at its due time, with reminders a day and an hour before;
 * none when it is over.
 */
@Component
class AgendaEffect implements Effect {

    static final String NAME = "AGENDA";

    private static final Duration SHOWN_LENGTH = Duration.ofMinutes(30);
    private static final List<Integer> REMIND_BEFORE = List.of(86400, 3600);
    private static final Set<IssueStatus> OPEN =
            Set.of(IssueStatus.ASSIGNED, IssueStatus.HANDLING, IssueStatus.PAUSED);

    private final Issues issues;
    private final Agenda agenda;
    private final JdbcClient jdbc;

    AgendaEffect(Issues issues, Agenda agenda, JdbcClient jdbc) {
        this.issues = issues;
        this.agenda = agenda;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "截止时间日程";
    }

    @Override
    public void perform(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (OPEN.contains(issue.status())) {
            put(issue);
        } else {
            entryOf(issue).ifPresent(entryId -> remove(issue, entryId));
        }
    }

    private void put(Issue issue) {
        var entry = entry(issue);
        var known = entryOf(issue).or(() -> agenda.find(entry.team(), entry.key()));
        if (known.isPresent() && agenda.change(known.get(), entry)) {
            keep(issue, known.get());
        } else {
            keep(issue, agenda.add(entry));
        }
    }

    private static Agenda.Entry entry(Issue issue) {
        TeamId team = issue.team().orElseThrow();
        UserId handler = issue.handler().orElseThrow();
        Instant due = issue.personalDueAt().orElseThrow();
        return new Agenda.Entry(
                issue.no().value(),
                team,
                "截止：" + issue.title(),
                issue.no() + "\n请在此时间前完成处理",
                due.minus(SHOWN_LENGTH),
                due,
                List.of(handler),
                REMIND_BEFORE);
    }

    private void remove(Issue issue, String entryId) {
        agenda.remove(entryId);
        jdbc.sql("delete from agenda_entry where issue_no = :issueNo")
                .param("issueNo", issue.no().value())
                .update();
    }

    private Optional<String> entryOf(Issue issue) {
        return jdbc.sql("select entry_id from agenda_entry where issue_no = :issueNo")
                .param("issueNo", issue.no().value())
                .query(String.class)
                .optional();
    }

    private void keep(Issue issue, String entryId) {
        jdbc.sql(
                        """
                insert into agenda_entry (issue_no, entry_id) values (:issueNo, :entryId)
                on conflict (issue_no) do update set entry_id = excluded.entry_id
                """)
                .param("issueNo", issue.no().value())
                .param("entryId", entryId)
                .update();
    }
}
