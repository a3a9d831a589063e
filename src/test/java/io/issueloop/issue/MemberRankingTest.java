package io.issueloop.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.shared.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("在团队里选谁")
class MemberRankingTest {

    private static final IssueNo NO = IssueNo.of("ISS-20261123-0001");

    @Test
    void theLeastLoadedIsChosen() {
        assertThat(best(Strategy.BALANCED, who("a", 2, 0, 0, false), who("b", 1, 0, 0, false)))
                .isEqualTo("b");
    }

    @Test
    @DisplayName("专长最多抵三件：再忙就轮到别人")
    void skillMakesUpForThreeIssuesAndNoMore() {
        var free = who("free", 0, 0, 0, false);
        assertThat(best(Strategy.SKILLED, who("expert", 2, 0, 0, true), free)).isEqualTo("expert");
        assertThat(best(Strategy.SKILLED, who("expert", 4, 0, 0, true), free)).isEqualTo("free");
        assertThat(best(Strategy.BALANCED, who("expert", 2, 0, 0, true), free)).isEqualTo("free");
    }

    @Test
    @DisplayName("熟手优先，但近期解决得比别人多很多的人不再优先")
    void experienceLapsesForTheQuick() {
        var other = who("other", 0, 0, 0, false);
        assertThat(best(Strategy.EXPERIENCED, who("old", 2, 5, 3, false), other)).isEqualTo("old");
        assertThat(best(Strategy.EXPERIENCED, who("old", 2, 5, 4, false), other))
                .isEqualTo("other");
    }

    @Test
    void equalOnesShareByIssueNumber() {
        var chosen =
                IntStream.range(0, 60)
                        .mapToObj(
                                i ->
                                        new MemberRanking(
                                                        List.of(
                                                                who("a", 1, 0, 0, false),
                                                                who("b", 1, 0, 0, false)),
                                                        Strategy.BALANCED)
                                                .best(IssueNo.of("ISS-20261123-%04d".formatted(i)))
                                                .user()
                                                .value())
                        .toList();
        assertThat(chosen).contains("a", "b");
    }

    @Test
    void theReasonNamesTheNumbers() {
        var expert = who("expert", 1, 4, 0, true);
        var ranking =
                new MemberRanking(List.of(expert, who("b", 0, 0, 0, false)), Strategy.SKILLED);
        assertThat(ranking.reason("平台组", expert, "技术"))
                .isEqualTo("平台组在办 1 件，擅长技术，熟悉本项目（近 90 天解决 4 件）");
    }

    private static String best(Strategy strategy, Candidate... candidates) {
        return new MemberRanking(List.of(candidates), strategy).best(NO).user().value();
    }

    private static Candidate who(String user, long open, long here, long lately, boolean skilled) {
        return new Candidate(UserId.of(user), open, here, lately, skilled);
    }
}
