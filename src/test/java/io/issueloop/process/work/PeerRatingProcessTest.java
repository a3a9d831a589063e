package io.issueloop.process.work;

import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.WANG_LEI;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.appraisal.people.PeerAdditions;
import io.issueloop.appraisal.people.PeerQuestion;
import io.issueloop.appraisal.people.PeerRatings;
import io.issueloop.appraisal.people.PeerRounds;
import io.issueloop.kpi.Period;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One story per path of {@code peer_rating}, and whoever wants to know who gave what. */
class PeerRatingProcessTest extends IssueStory {

    private static final Period QUARTER = Period.of("2028Q2");
    private static final String KEY = "PEER-2028Q2";

    @Autowired PeerRounds rounds;
    @Autowired PeerRatings ratings;
    @Autowired PeerAdditions additions;
    @Autowired HistoryService history;
    @Autowired IdentityService identity;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("peer_rating");
    }

    @Test
    @DisplayName("互评：按共事推荐，负责人补充，评完可改，截止后打乱存档，谁给了多少分无从查起")
    void aRoundIsAnonymous() {
        clock.moveTo(Instant.parse("2028-05-10T02:00:00Z"));
        var before = count("select count(*) from peer_rating_fact");
        tookPart("ISS-20280510-9001", ZHANG, LIU, ZHAO, SUN);
        assertThatThrownBy(() -> rounds.start(member(LIU), QUARTER)).isInstanceOf(Refused.class);
        additions.add(QUARTER, LI_XUE, ZHANG, WANG_LEI);
        rounds.start(member(SUN), QUARTER);
        assertThatThrownBy(() -> rounds.start(member(SUN), QUARTER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已经发起过");
        assertThat(openTasks()).containsExactlyInAnyOrder(ZHANG, LIU, ZHAO, SUN, WANG_LEI);
        delivered(KEY);
        assertThat(titlesTo(LIU)).contains("请评价 3 位共事的同事");
        leadsAddOnlyForTheirMembers();

        assertThat(asked(WANG_LEI)).containsExactly(ZHANG);
        assertThatThrownBy(() -> ratings.rate(WANG_LEI, LIU, stars(1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("没有被邀请");
        assertThatThrownBy(() -> ratings.rate(WANG_LEI, ZHANG, Map.of(PeerQuestion.SUPPORT, 5)))
                .isInstanceOf(Refused.class);
        ratings.rate(WANG_LEI, ZHANG, stars(2));
        assertThat(openTasks()).as("rated everybody").doesNotContain(WANG_LEI);
        ratings.rate(WANG_LEI, ZHANG, stars(5));
        ratings.rate(LIU, ZHANG, stars(4));
        ratings.rate(ZHAO, ZHANG, stars(3));
        assertThatThrownBy(() -> inTasklist(LIU)).hasStackTraceContaining("还有 2 位同事没有评价");
        assertThatThrownBy(() -> inTasklistOf(LIU, LI_XUE)).isInstanceOf(RuntimeException.class);
        assertThat(count("select count(*) from peer_rating_fact"))
                .as("no partial results")
                .isEqualTo(before);
        fires(KEY, "BoundaryEvent_RatingReminder");
        delivered(KEY);
        assertThat(titlesTo(ZHAO)).contains("互评即将截止，还有 2 位同事待评价");
        assertThat(titlesTo(WANG_LEI)).noneMatch(title -> title.startsWith("互评即将截止"));

        clock.moveTo(Instant.parse("2028-05-20T02:00:00Z"));
        fires(KEY, "BoundaryEvent_RatingOver");
        assertThatThrownBy(() -> ratings.rate(LIU, ZHANG, stars(1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已截止");
        nothingLinksRaterAndScore();
        assertThat(means(ZHANG)).containsExactlyInAnyOrder(3.0, 4.0, 5.0);
        rounds.close(QUARTER);
        quarterCloseCallsItOnceMore();
    }

    @Test
    @DisplayName("都评完也等到截止；跳过的不算分")
    void everybodyIsDoneBeforeTheDeadline() {
        clock.moveTo(Instant.parse("2029-02-07T02:00:00Z"));
        var quarter = Period.of("2029Q1");
        assertThatThrownBy(() -> rounds.start(member(SUN), quarter))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("还没有共事的记录");
        tookPart("ISS-20290207-9001", ZHANG, LIU);
        rounds.start(member(SUN), quarter);
        ratings.rate(ZHANG, LIU, Map.of());
        ratings.rate(LIU, ZHANG, stars(5));
        assertThat(openTasks()).isEmpty();
        ratings.rate(LIU, ZHANG, stars(4));
        clock.moveTo(Instant.parse("2029-02-20T02:00:00Z"));
        fires("PEER-2029Q1", "Event_RatingClosing");
        assertThat(count("select count(*) from peer_rater where period = '2029Q1'")).isOne();
        assertThat(count("select count(*) from kpi_peer_mean where period = '2029Q1'")).isOne();
    }

    private void leadsAddOnlyForTheirMembers() {
        assertThatThrownBy(() -> additions.add(QUARTER, WANG_LEI, ZHANG, SUN))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> additions.add(QUARTER, LI_XUE, ZHANG, ZHANG))
                .isInstanceOf(Refused.class);
        assertThat(additions.of(QUARTER, WANG_LEI)).isEmpty();
        additions.add(QUARTER, LI_XUE, LIU, CTO);
        assertThat(asked(CTO)).containsExactly(LIU);
    }

    private void nothingLinksRaterAndScore() {
        assertThat(count("select count(*) from peer_answer where period = '2028Q2'")).isZero();
        var keys =
                jdbc.sql("select rater from peer_rater where period = '2028Q2'")
                        .query(String.class)
                        .list();
        assertThat(keys).hasSize(3).allMatch(key -> key.matches("[0-9a-f-]{36}"));
        assertThat(
                        count(
                                """
                                select count(distinct rated_at) from peer_rating_fact
                                 where rater_key::text in (select rater from peer_rater where period = '2028Q2')
                                """))
                .as("no times tell them apart")
                .isOne();
        assertThat(
                        history.createHistoricVariableInstanceQuery()
                                .processDefinitionKey("peer_rating")
                                .list())
                .extracting(variable -> variable.getName())
                .doesNotContain("stars", "person", "ratings")
                .containsOnly(
                        "period",
                        "peerRater",
                        "peerRaterCount",
                        "peerRemindAt",
                        "peerClosesAt",
                        "nrOfInstances",
                        "nrOfActiveInstances",
                        "nrOfCompletedInstances",
                        "loopCounter",
                        "summary");
    }

    private void quarterCloseCallsItOnceMore() {
        runtime.startProcessInstanceByKey("peer_rating", "2028Q2", Map.of("period", "2028Q2"));
        assertThat(openTasks()).as("nobody is asked twice").isEmpty();
        fires("2028Q2", "Event_RatingClosing");
        assertThat(means(ZHANG)).hasSize(3);
    }

    private void tookPart(String issueNo, UserId... people) {
        for (var person : people) {
            jdbc.sql(
                            """
                            insert into issue_event (issue_no, type, actor, occurred_at, recorded_at, payload)
                            values (?, 'COMMENTED', ?, ?, ?, '{}')
                            """)
                    .params(
                            issueNo,
                            person.value(),
                            clock.instant().atOffset(java.time.ZoneOffset.UTC),
                            clock.instant().atOffset(java.time.ZoneOffset.UTC))
                    .update();
        }
    }

    private List<UserId> asked(UserId rater) {
        return ratings.of(rater).orElseThrow().colleagues().stream()
                .map(PeerRatings.Colleague::person)
                .toList();
    }

    private List<UserId> openTasks() {
        return tasks.createTaskQuery().taskDefinitionKey("Task_RatePeers").list().stream()
                .map(task -> UserId.of(task.getAssignee()))
                .toList();
    }

    private void inTasklist(UserId rater) {
        inTasklistOf(rater, rater);
    }

    private void inTasklistOf(UserId rater, UserId actor) {
        var task =
                tasks.createTaskQuery()
                        .taskDefinitionKey("Task_RatePeers")
                        .taskAssignee(rater.value())
                        .singleResult();
        var form = new HashMap<String, Object>(Map.of("ratingsDone", true));
        try {
            identity.setAuthenticatedUserId(actor.value());
            tasks.complete(task.getId(), form);
        } catch (ProcessEngineException refused) {
            throw refused;
        } finally {
            identity.clearAuthentication();
        }
    }

    private List<Double> means(UserId person) {
        return jdbc.sql(
                        "select mean_2520 / 2520 from kpi_peer_mean where period = '2028Q2' and person = ?")
                .param(person.value())
                .query(Double.class)
                .list();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<String> titlesTo(UserId user) {
        return messagesTo(user).stream()
                .filter(Notice.class::isInstance)
                .map(notice -> ((Notice) notice).title())
                .toList();
    }

    private io.issueloop.directory.Member member(UserId user) {
        return directory.member(user).orElseThrow();
    }

    private static Map<PeerQuestion, Integer> stars(int count) {
        return Map.of(
                PeerQuestion.COOPERATION, count,
                PeerQuestion.COMMUNICATION, count,
                PeerQuestion.SUPPORT, count);
    }
}
