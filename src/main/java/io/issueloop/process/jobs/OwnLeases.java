package io.issueloop.process.jobs;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives back the leases this node held when it died: nobody else is working on them, and waiting
 * for their end would only delay people. The engine has no command for it.
 */
class OwnLeases implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(OwnLeases.class);

    private final JdbcClient jdbc;
    private final JobExecutor jobs;

    OwnLeases(JdbcClient jdbc, JobExecutor jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var released =
                jdbc.sql(
                                """
                                update act_ru_job
                                   set lock_owner_ = null, lock_exp_time_ = null, rev_ = rev_ + 1
                                 where lock_owner_ = :owner
                                """)
                        .param("owner", jobs.getLockOwner())
                        .update();
        if (released > 0) {
            log.info("released {} jobs this node was working on when it ended", released);
        }
    }
}
