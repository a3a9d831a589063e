package io.issueloop.issue.imports;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.directory.Member;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.imports.FactsOfRow.Surroundings;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the tables and the calendar for what a row does not say itself. */
@Component
class ImportFacts {

    private final WorkingCalendar calendar;

    ImportFacts(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * @param numbers of this row's key and of the one it refers to
     */
    NewFacts of(RunContext context, ImportRow row, Map<String, IssueNo> numbers) {
        var linkedTo = row.link().map(ImportRow.Link::to).map(numbers::get);
        var team = row.handler().map(context.lookup().people()::member).map(Member::team);
        var issueNo = Optional.ofNullable(numbers.get(row.key())).orElseThrow();
        return new FactsOfRow(
                        row,
                        new Surroundings(
                                issueNo,
                                context.run().startedBy(),
                                context.options().baseline(),
                                team,
                                linkedTo,
                                context.lookup().rules(),
                                calendar))
                .facts();
    }
}
