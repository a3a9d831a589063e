package io.issueloop.appraisal.effects;

import io.issueloop.directory.Member;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The team pulse: three questions once a quarter, in its last three weeks. Who answered is kept,
 * and what was answered, but not who answered what.
 */
@Service
@Transactional
public class Pulse {

    private static final Duration OPEN = Duration.ofDays(21);

    private final JdbcClient jdbc;
    private final Clock clock;

    Pulse(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From 1 (not at all) to 5 (very much). */
    public record Answers(int satisfaction, int collaboration, int ease) {

        private boolean isComplete() {
            return inRange(satisfaction) && inRange(collaboration) && inRange(ease);
        }

        private static boolean inRange(int stars) {
            return stars >= 1 && stars <= 5;
        }
    }

    /** The quarter that is asked about now. */
    public Optional<Period> open() {
        var quarter = Period.at(Period.Kind.QUARTER, clock.instant());
        return Optional.of(quarter).filter(one -> !clock.instant().isBefore(opensAt(one)));
    }

    public static Instant opensAt(Period quarter) {
        return quarter.end().minus(OPEN);
    }

    @Transactional(readOnly = true)
    public boolean hasAnswered(Period quarter, UserId user) {
        return answered(quarter).contains(user);
    }

    /**
     * @throws Refused when nothing is asked now, it was answered, or an answer is missing
     */
    public void answer(Member member, Answers answers) {
        var quarter = open().orElseThrow(() -> new Refused("现在没有进行中的团队脉搏，每季度最后三周开放"));
        if (!answers.isComplete()) {
            throw new Refused("请给每个问题打分（1–5 分）");
        }
        int first =
                jdbc.sql("insert into pulse_participant values (?, ?) on conflict do nothing")
                        .params(quarter.code(), member.userId().value())
                        .update();
        if (first == 0) {
            throw new Refused("您已经填写过%s的团队脉搏，谢谢；因为匿名，不能修改".formatted(quarter.label()));
        }
        jdbc.sql("insert into pulse_answer values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        quarter.code(),
                        member.team().value(),
                        answers.satisfaction(),
                        answers.collaboration(),
                        answers.ease())
                .update();
    }

    Set<UserId> answered(Period quarter) {
        var users = new HashSet<UserId>();
        jdbc.sql("select user_id from pulse_participant where quarter = ?")
                .param(quarter.code())
                .query(
                        row -> {
                            users.add(UserId.of(row.getString("user_id")));
                        });
        return users;
    }
}
