package io.issueloop.process.jobs;

import io.issueloop.delivery.InVain;
import io.issueloop.delivery.NotNow;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * What happens to a job that did not end well. {@link NotNow} comes back after its wait with all
 * its tries, for a day unless it is planned so; {@link InVain} becomes an incident at once;
 * everything else follows the model's retry cycle. With the incident comes a {@link HumanTask}
 * where the model has one.
 */
final class PatientRetries implements FailedJobCommandFactory {

    /** Whoever has not had a turn for so long has a problem a person should see. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        var notNow = first(exception, NotNow.class);
        if (notNow.isPresent()) {
            return new Later(jobId, exception, notNow.get());
        }
        return first(exception, InVain.class).filter(InVain::isInVain).isPresent()
                ? new Never(jobId, exception)
                : new Cycle(jobId, exception);
    }

    private static <T> Optional<T> first(Throwable exception, Class<T> type) {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** After the last try a person decides: whoever gives it another one means now. */
    private static class Cycle extends DefaultJobRetryCmd {

        Cycle(String jobId, Throwable exception) {
            super(jobId, exception);
        }

        @Override
        public Object execute(CommandContext context) {
            var result = super.execute(context);
            var job = getJob();
            if (job != null && job.getRetries() == 0) {
                job.setDuedate(ClockUtil.getCurrentTime());
                HumanTask.besides(job, context);
            }
            return result;
        }
    }

    /** The exception is not noted on the job: to the engine that would be a try. */
    private static final class Later extends Cycle {

        private final NotNow reason;

        Later(String jobId, Throwable exception, NotNow reason) {
            super(jobId, exception);
            this.reason = reason;
        }

        @Override
        public Object execute(CommandContext context) {
            var job = getJob();
            var now = ClockUtil.getCurrentTime().getTime();
            if (job == null || !reason.isPlanned() && isTired(job, now)) {
                return super.execute(context);
            }
            job.unlock();
            job.setDuedate(new Date(now + Math.max(1, reason.retryAfter().toMillis())));
            return null;
        }

        private static boolean isTired(JobEntity job, long now) {
            return job.getCreateTime().getTime() + PATIENCE.toMillis() < now;
        }
    }

    private static final class Never extends JobRetryCmd {

        Never(String jobId, Throwable exception) {
            super(jobId, exception);
        }

        @Override
        public Object execute(CommandContext context) {
            var job = getJob();
            if (job != null) {
                job.unlock();
                logException(job);
                job.setRetries(0);
                HumanTask.besides(job, context);
            }
            return null;
        }
    }
}
