package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.targets.TargetLog.Comment;
import io.issueloop.appraisal.targets.TargetRound.State;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds as people see them, what they say about them, and that they have read them. */
@Service
@Transactional
public class TargetTalk {

    private static final int MAX_TEXT = 1000;

    private final TargetRounds rounds;
    private final TargetLog log;
    private final Directory directory;
    private final Clock clock;

    TargetTalk(TargetRounds rounds, TargetLog log, Directory directory, Clock clock) {
        this.rounds = rounds;
        this.log = log;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param at Asia/Shanghai
     */
    public record Said(UserId author, String text, OffsetDateTime at) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<TargetRound> rounds() {
        return rounds.all();
    }

    @Transactional(readOnly = true)
    public List<Suggestion> suggestions(TargetRound round) {
        return rounds.suggestions(round.from());
    }

    /** By metric; empty before the decision. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> decidedTargets(TargetRound round) {
        return rounds.decidedTargets(round.from());
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Said> comments(TargetRound round) {
        return log.comments(round.from()).stream().map(TargetTalk::said).toList();
    }

    @Transactional(readOnly = true)
    public Set<UserId> acknowledged(TargetRound round) {
        var users = new TreeSet<UserId>(java.util.Comparator.comparing(UserId::value));
        users.addAll(log.acknowledged(round.from()));
        return users;
    }

    /** Members who have not acknowledged a published round. */
    @Transactional(readOnly = true)
    public List<Member> unacknowledged(TargetRound round) {
        var done = acknowledged(round);
        return directory.members().stream().filter(who -> !done.contains(who.userId())).toList();
    }

    /**
     * Says what one thinks of the suggestions.
     *
     * @throws Refused when the time for it is over, or nothing is said
     */
    public void comment(Member author, Period from, String text) {
        var round = round(from);
        var words = text.strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > MAX_TEXT) {
            throw new Refused("请写下意见（1–%d 字）".formatted(MAX_TEXT));
        }
        if (round.state() != State.COMMENTS || !round.commentsUntil().isAfter(clock.instant())) {
            throw new Refused("征求意见已经结束，请直接与负责人沟通");
        }
        log.comment(from, author.userId(), words);
    }

    /**
     * Says that one has read the published targets; the second time changes nothing.
     *
     * @throws Refused when nothing is published yet
     */
    public void acknowledge(Member reader, Period from) {
        var state = round(from).state();
        if (state != State.PUBLISHED && state != State.IN_FORCE) {
            throw new Refused("目标还没有公布，公布后会通知您确认");
        }
        log.acknowledge(from, reader.userId());
    }

    private TargetRound round(Period from) {
        return rounds.find(from).orElseThrow(() -> new Refused(from.label() + "还没有开始制定目标"));
    }

    private static Said said(Comment comment) {
        return new Said(comment.author(), comment.text(), comment.at());
    }
}
