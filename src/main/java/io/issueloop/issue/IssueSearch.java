package io.issueloop.issue;

import io.issueloop.shared.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of issues by SQL. */
@Component
class IssueSearch {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final IssueRepository issues;

    IssueSearch(JdbcClient jdbc, IssueRepository issues) {
        this.jdbc = jdbc;
        this.issues = issues;
    }

    IssuePage page(IssueQuery query) {
        var from = (long) query.page() * query.size();
        var numbers = numbers(query.filter(), query.order(), query.size(), from);
        return new IssuePage(inOrder(numbers), count(query.filter()));
    }

    /** All of them, up to a number. */
    List<Issue> all(IssueFilter filter, IssueOrder order, int most) {
        var numbers = numbers(filter, order, most, 0);
        var found = new ArrayList<Issue>();
        for (int from = 0; from < numbers.size(); from += BATCH) {
            found.addAll(inOrder(numbers.subList(from, Math.min(numbers.size(), from + BATCH))));
        }
        return found;
    }

    long count(IssueFilter filter) {
        return jdbc.sql("select count(*) from issue" + filter.where())
                .params(filter.params())
                .query(Long.class)
                .single();
    }

    /** How many each handler has, the most first; those nobody has under empty. */
    Map<Optional<UserId>, Long> byHandler(IssueFilter filter) {
        var counts = new LinkedHashMap<Optional<UserId>, Long>();
        jdbc.sql(
                        "select handler, count(*) as n from issue%s group by handler order by n desc, handler"
                                .formatted(filter.where()))
                .params(filter.params())
                .query(
                        row -> {
                            counts.put(
                                    Optional.ofNullable(row.getString("handler")).map(UserId::of),
                                    row.getLong("n"));
                        });
        return counts;
    }

    private List<String> numbers(IssueFilter filter, IssueOrder order, int size, long offset) {
        return jdbc.sql(
                        "select issue_no from issue%s%s limit :size offset :offset"
                                .formatted(filter.where(), order.sql()))
                .params(filter.params())
                .param("size", size)
                .param("offset", offset)
                .query(String.class)
                .list();
    }

    private List<Issue> inOrder(List<String> numbers) {
        var found = new HashMap<String, Issue>();
        issues.findAllById(numbers).forEach(issue -> found.put(issue.no().value(), issue));
        return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
