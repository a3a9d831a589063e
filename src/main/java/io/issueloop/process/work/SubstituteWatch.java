package io.issueloop.process.work;

import io.issueloop.directory.AbsenceEnded;
import io.issueloop.directory.AbsenceEntered;
import io.issueloop.directory.Absences;
import io.issueloop.process.deployment.NodeLock;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks follow absences: as they are entered and ended, and as days begin and pass. */
@Component
class SubstituteWatch {

    private final SubstituteTasks tasks;
    private final Absences absences;
    private final NodeLock lock;

    SubstituteWatch(SubstituteTasks tasks, Absences absences, NodeLock lock) {
        this.tasks = tasks;
        this.absences = absences;
        this.lock = lock;
    }

    @EventListener
    void on(AbsenceEntered entered) {
        tasks.settle(entered.absence().user());
    }

    @EventListener
    void on(AbsenceEnded ended) {
        tasks.settle(ended.absence().user());
    }

    /** Absences begin and end at midnight, substitutes leave, and nobody says so. */
    @Transactional
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT2M")
    public void passTime() {
        lock.holdUntilCommit("substitutes");
        Stream.concat(absences.represented().stream(), tasks.holders().stream())
                .distinct()
                .forEach(tasks::settle);
    }
}
