package io.issueloop.issue;

import io.issueloop.shared.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of issues by SQL. */
@Component
class IssueSearch {

    private final JdbcClient jdbc;
    private final IssueRepository issues;

    IssueSearch(JdbcClient jdbc, IssueRepository issues) {
        this.jdbc = jdbc;
        this.issues = issues;
    }

    IssuePage page(IssueQuery query) {
        var conditions = new ArrayList<String>();
        Map<String, Object> params = new HashMap<>();
        if (!query.statuses().isEmpty()) {
            conditions.add("status in (:statuses)");
            params.put("statuses", query.statuses().stream().map(Enum::name).toList());
        }
        query.handler()
                .map(UserId::value)
                .ifPresent(handler -> equal("handler", handler, conditions, params));
        query.reporter()
                .map(UserId::value)
                .ifPresent(reporter -> equal("reporter", reporter, conditions, params));
        query.project().ifPresent(project -> equal("project", project, conditions, params));
        query.text()
                .ifPresent(
                        text -> {
                            conditions.add(
                                    "(strpos(lower(description), lower(:text)) > 0 or strpos(issue_no, upper(:text)) > 0)");
                            params.put("text", text);
                        });
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var total =
                jdbc.sql("select count(*) from issue" + where)
                        .params(params)
                        .query(Long.class)
                        .single();
        var numbers =
                jdbc.sql(
                                "select issue_no from issue"
                                        + where
                                        + " order by reported_at desc, issue_no desc limit :size offset :offset")
                        .params(params)
                        .param("size", query.size())
                        .param("offset", (long) query.page() * query.size())
                        .query(String.class)
                        .list();
        return new IssuePage(inOrder(numbers), total);
    }

    private static void equal(
            String column, String value, List<String> conditions, Map<String, Object> params) {
        conditions.add(column + " = :" + column);
        params.put(column, value);
    }

    private List<Issue> inOrder(List<String> numbers) {
        return StreamSupport.stream(issues.findAllById(numbers).spliterator(), false)
                .sorted(Comparator.comparingInt(issue -> numbers.indexOf(issue.no().value())))
                .toList();
    }
}
