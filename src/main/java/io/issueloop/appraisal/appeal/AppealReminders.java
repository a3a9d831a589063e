package io.issueloop.appraisal.appeal;

import io.issueloop.appraisal.appeal.AppealLog.What;
import io.issueloop.appraisal.people.LetterPost;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.shared.UserId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the timers of an appeal do. */
@Service
@Transactional
public class AppealReminders {

    private final AppealStore store;
    private final AppealLog log;
    private final Deciders deciders;
    private final AppealProcess process;
    private final LetterPost post;
    private final Directory directory;

    AppealReminders(
            AppealStore store,
            AppealLog log,
            Deciders deciders,
            AppealProcess process,
            LetterPost post,
            Directory directory) {
        this.store = store;
        this.log = log;
        this.deciders = deciders;
        this.process = process;
        this.post = post;
        this.directory = directory;
    }

    /** 催办指定. */
    public void remindAssigners(String no) {
        var appeal = store.find(no).orElseThrow();
        deciders.assigners(appeal)
                .forEach(admin -> post.send(no, AppealLetters.ASSIGN_REMINDER, admin, 1));
    }

    /** 提醒裁决人. */
    public void remindDecider(String no) {
        var appeal = store.find(no).orElseThrow();
        appeal.decider().ifPresent(who -> post.send(no, AppealLetters.DECIDE_REMINDER, who, 1));
    }

    /**
     * 上报: the first independent person who is not the late one, the CTO before others, is to
     * decide; where there is nobody, the late one stays.
     */
    public void escalate(String no) {
        var appeal = store.lock(no).orElseThrow();
        var next =
                deciders.of(appeal).stream()
                        .map(Member::userId)
                        .filter(one -> !appeal.decider().equals(Optional.of(one)))
                        .findFirst();
        next.ifPresent(
                one -> {
                    store.assigned(no, one, UserId.SYSTEM);
                    log.append(no, What.ESCALATED, UserId.SYSTEM, directory.name(one));
                    post.send(no, AppealLetters.DECIDE, one, 2);
                });
        next.ifPresent(one -> process.reassigned(no, one));
        deciders.assigners(appeal)
                .forEach(admin -> post.send(no, AppealLetters.ESCALATED, admin, 1));
    }
}
