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
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Raters who come and go while a round is open, and two rounds at once. */
class PeerAdditionsTest extends IssueStory {

    private static final Period FIRST = Period.of("2030Q1");
    private static final Period SECOND = Period.of("2030Q2");

    @Autowired private PeerRounds rounds;
    @Autowired private PeerRatings ratings;
    @Autowired private PeerAdditions additions;

    /** Other stories, years earlier, look at all open tasks and rounds. */
    @AfterEach
    void noRoundLeftOpen() {
        jdbc.sql("delete from peer_rating_round where period like '2030%'").update();
        runtime.createProcessInstanceQuery().processDefinitionKey("peer_rating").list().stream()
                .filter(i -> i.getBusinessKey().startsWith("PEER-2030"))
                .forEach(i -> runtime.deleteProcessInstance(i.getProcessInstanceId(), "test"));
    }

    @Test
    @DisplayName("互评进行中补充评价人：马上有任务、消息和互评页；移除后都没有了；自动推荐的移除不掉")
    void ratersComeAndGo() {
        opened(FIRST, "2030-03-12T02:00:00Z", ZHANG, LIU);
        additions.add(FIRST, LI_XUE, ZHANG, CTO);
        assertThat(openTasks(FIRST)).containsExactlyInAnyOrder(ZHANG, LIU, CTO);
        delivered("PEER-" + FIRST);
        assertThat(titlesTo(CTO)).containsExactly("请评价 1 位共事的同事");
        assertThat(asked(CTO)).containsExactly(ZHANG);
        additions.takeBack(FIRST, LI_XUE, ZHANG, CTO);
        assertThat(openTasks(FIRST)).containsExactlyInAnyOrder(ZHANG, LIU);
        assertThat(ratings.of(CTO)).isEmpty();

        additions.add(FIRST, LI_XUE, ZHANG, LIU);
        additions.takeBack(FIRST, LI_XUE, ZHANG, LIU);
        assertThat(asked(LIU)).as("proposed by shared work too").containsExactly(ZHANG);
        assertThat(additions.of(FIRST, LI_XUE)).isEmpty();
        everybodyWasDone();
        clock.moveTo(Instant.parse("2030-03-25T02:00:00Z"));
        fires("PEER-" + FIRST, "BoundaryEvent_RatingOver");
        refusedAfterTheEnd();
    }

    /** Added when all the others had rated, and again when done oneself. */
    private void everybodyWasDone() {
        ratings.rate(ZHANG, LIU, stars(4));
        ratings.rate(LIU, ZHANG, stars(4));
        assertThat(openTasks(FIRST)).isEmpty();
        clock.moveTo(Instant.parse("2030-03-12T03:00:00Z"));
        additions.add(FIRST, LI_XUE, LIU, WANG_LEI);
        assertThat(openTasks(FIRST)).containsExactly(WANG_LEI);
        delivered("PEER-" + FIRST);
        ratings.rate(WANG_LEI, LIU, stars(5));
        assertThat(openTasks(FIRST)).isEmpty();
        clock.moveTo(Instant.parse("2030-03-12T04:00:00Z"));
        additions.add(FIRST, LI_XUE, ZHANG, WANG_LEI);
        additions.add(FIRST, LI_XUE, ZHANG, ZHAO);
        delivered("PEER-" + FIRST);
        assertThat(openTasks(FIRST)).containsExactlyInAnyOrder(WANG_LEI, ZHAO);
        assertThat(titlesTo(WANG_LEI)).as("asked a second time").hasSize(2);
    }

    private void refusedAfterTheEnd() {
        assertThat(openTasks(FIRST)).isEmpty();
        for (Runnable late :
                List.<Runnable>of(
                        () -> additions.add(FIRST, LI_XUE, ZHANG, SUN),
                        () -> additions.takeBack(FIRST, LI_XUE, ZHANG, ZHAO))) {
            assertThatThrownBy(late::run).isInstanceOf(Refused.class).hasMessageContaining("已截止");
        }
    }

    @Test
    @DisplayName("两个季度的互评同时进行：先评先截止的，评完接着出现另一个；都评完还能回头改")
    void twoRoundsOneAfterTheOther() {
        opened(SECOND, "2030-06-12T02:00:00Z", ZHANG, LIU);
        tookPart("2030-05-15T02:00:00Z", ZHANG, ZHAO);
        var third = SECOND.next();
        opened(third, "2030-07-01T02:00:00Z", ZHANG, LIU, ZHAO);
        jdbc.sql("update peer_rating_round set closes_at = '2030-07-03' where period = ?")
                .param(SECOND.code())
                .update();
        clock.moveTo(Instant.parse("2030-07-01T03:00:00Z"));
        assertThat(quarterShownTo(LIU)).isEqualTo(SECOND);
        ratings.rate(LIU, ZHANG, stars(3));
        assertThat(quarterShownTo(LIU)).isEqualTo(third);
        assertThat(openTasks(SECOND)).doesNotContain(LIU);
        assertThat(openTasks(third)).contains(LIU);
        ratings.rate(LIU, ZHANG, stars(5));
        ratings.rate(LIU, ZHAO, Map.of());
        assertThat(openTasks(third)).doesNotContain(LIU);
        assertThat(quarterShownTo(LIU)).as("to be changed until it closes").isEqualTo(SECOND);
    }

    private void opened(Period quarter, String at, UserId... people) {
        clock.moveTo(Instant.parse(at));
        tookPart(at, people);
        rounds.start(directory.member(SUN).orElseThrow(), quarter);
    }

    private void tookPart(String at, UserId... people) {
        for (var person : people) {
            jdbc.sql(
                            """
                            insert into issue_event (issue_no, type, actor, occurred_at, recorded_at, payload)
                            values (?, 'COMMENTED', ?, ?, ?, '{}')
                            """)
                    .params("ISS-%s-9001".formatted(at.substring(0, 10).replace("-", "")))
                    .params(person.value())
                    .params(Instant.parse(at).atOffset(ZoneOffset.UTC))
                    .params(Instant.parse(at).atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private Period quarterShownTo(UserId rater) {
        return ratings.of(rater).orElseThrow().round().quarter();
    }

    private List<UserId> asked(UserId rater) {
        return ratings.of(rater).orElseThrow().colleagues().stream()
                .map(PeerRatings.Colleague::person)
                .toList();
    }

    private List<UserId> openTasks(Period quarter) {
        return tasks
                .createTaskQuery()
                .taskDefinitionKey("Task_RatePeers")
                .processVariableValueEquals("period", quarter.code())
                .list()
                .stream()
                .map(task -> UserId.of(task.getAssignee()))
                .toList();
    }

    private List<String> titlesTo(UserId user) {
        return messagesTo(user).stream()
                .filter(Notice.class::isInstance)
                .map(notice -> ((Notice) notice).title())
                .toList();
    }

    private static Map<PeerQuestion, Integer> stars(int count) {
        var stars = new EnumMap<PeerQuestion, Integer>(PeerQuestion.class);
        for (var question : PeerQuestion.values()) {
            stars.put(question, count);
        }
        return stars;
    }
}
