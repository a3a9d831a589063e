package io.issueloop.process.work;

import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.PLATFORM_PROJECT;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.collaboration.TrackingRows;
import io.issueloop.collaboration.TrackingTable.Cell;
import io.issueloop.collaboration.TrackingTable.Field;
import io.issueloop.collaboration.TrackingTable.Row;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Urgency;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What members do to the row of an issue, and what becomes of it. */
class RowEditsStoryTest extends IssueStory {

    @Autowired private TrackingRows rows;
    @Autowired private Proposals proposals;
    @Autowired private JdbcClient jdbc;

    private static final Map<Field, String> NOTHING = Map.of();

    @Test
    @DisplayName("提报人改描述成为一条留言，只记一次；别人改的被改回")
    void changedDescriptionIsAComment() {
        var issue = rowed("edit-1", "页面有个bug", "低");
        seen("edit-1", issue, "页面有个bug，在首页", "低", ZHAO);
        seen("edit-1", issue, "页面有个bug，在首页", "低", ZHAO);
        assertThat(types(issue)).containsOnlyOnce(IssueEventType.COMMENTED);
        seen("edit-1", issue, "别人乱写", "低", SUN);
        assertThat(types(issue)).containsOnlyOnce(IssueEventType.COMMENTED);
        delivered(issue);
        assertThat(wecom.rows.get("edit-1").get(Field.DESCRIPTION))
                .isEqualTo(new Cell.Text("页面有个bug，在首页"));
    }

    @Test
    @DisplayName("提报人改紧急程度是给负责人的请求：先改回，同意后按新的时限；旧值不会再成为请求")
    void changedUrgencyIsARequest() {
        var issue = rowed("edit-2", "页面有个bug", "低");
        seen("edit-2", issue, "页面有个bug", "紧急", SUN);
        assertThat(proposals.of(issue)).isEmpty();
        seen("edit-2", issue, "页面有个bug", "低", ZHAO);
        seen("edit-2", issue, "页面有个bug", "紧急", ZHAO);
        assertThat(proposals.of(issue))
                .singleElement()
                .matches(one -> one.reviewer().equals(LI_XUE));
        delivered(issue);
        assertThat(wecom.rows.get("edit-2").get(Field.URGENCY)).isEqualTo(new Cell.Choice("低"));
        seen("edit-2", issue, "页面有个bug", "低", ZHAO);

        proposals.decide(issue, 1, LI_XUE, true, "");
        rows.seen(row("edit-2", issue, "页面有个bug", "低"), Optional.empty());
        assertThat(now(issue).urgency()).isEqualTo(Urgency.URGENT);
        assertThat(proposals.of(issue)).hasSize(1);
        delivered(issue);
        assertThat(wecom.rows.get("edit-2").get(Field.URGENCY)).isEqualTo(new Cell.Choice("紧急"));
    }

    @Test
    @DisplayName("我们的字段被改动后改回一次，不会没完没了")
    void ourFieldsArePutRight() {
        var issue = rowed("edit-3", "页面有个bug", "中");
        delivered(issue);
        seen("edit-3", issue, "页面有个bug", "中", SUN);
        assertThat(deliveries(issue)).hasSize(1);
        seen("edit-3", issue, "页面有个bug", "中", SUN);
        assertThat(deliveries(issue)).hasSize(1);
    }

    @Test
    @DisplayName("提报人在接单前删行即撤回，行不再写出；别人删行或接单后删行则重新写出")
    void deletingTheRowTakesTheIssueBack() {
        var issue = rowed("edit-4", "页面有个bug", "中");
        rows.deleted("edit-4", ZHAO);
        isOver(issue, IssueStatus.CANCELLED);
        var before = wecom.rows.size();
        delivered(issue);
        assertThat(wecom.rows).hasSize(before);

        var other = rowed("edit-5", "页面又有个bug", "中");
        actions.accept(other, handlerOf(other));
        rows.deleted("edit-5", ZHAO);
        assertThat(now(other).status()).isEqualTo(IssueStatus.HANDLING);
        delivered(other);
        assertThat(wecom.rows.values())
                .anyMatch(row -> new Cell.Text(other.value()).equals(row.get(Field.ISSUE_NO)));
    }

    private IssueNo rowed(String recordId, String description, String urgency) {
        rows.seen(plain(recordId, description, urgency, "", NOTHING), Optional.of(ZHAO));
        var no =
                jdbc.sql("select issue_no from tracking_row where record_id = :id")
                        .param("id", recordId)
                        .query(String.class)
                        .single();
        return IssueNo.of(no);
    }

    private void seen(String recordId, IssueNo issue, String text, String urgency, UserId by) {
        rows.seen(row(recordId, issue, text, urgency), Optional.of(by));
    }

    private Row row(String recordId, IssueNo issue, String text, String urgency) {
        return plain(recordId, text, urgency, issue.value(), Map.of(Field.STATUS, "随便改的"));
    }

    private Row plain(String id, String text, String urgency, String no, Map<Field, String> shown) {
        return new Row(
                id,
                text,
                urgency,
                PLATFORM_PROJECT,
                false,
                Optional.of(ZHAO),
                no,
                "",
                shown,
                clock.instant(),
                clock.instant());
    }

    private List<IssueEventType> types(IssueNo issue) {
        return issues.history(issue).stream().map(one -> one.event().type()).toList();
    }
}
