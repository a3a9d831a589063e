package io.issueloop.issue.imports;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for files that wait, and goes through them one after the other in a thread of its own. */
@Component
@Profile("!command")
class ImportWorker {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

    private static final int PATIENCE_SECONDS = 15;

    private final Imports imports;
    private final ImportRunner runner;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "import"));

    ImportWorker(Imports imports, ImportRunner runner) {
        this.imports = imports;
        this.runner = runner;
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void look() {
        if (busy.compareAndSet(false, true)) {
            thread.execute(this::work);
        }
    }

    private void work() {
        try {
            while (imports.performNext()) {
                log.debug("another import");
            }
        } catch (RuntimeException e) {
            log.error("looking for imports failed", e);
        } finally {
            busy.set(false);
        }
    }

    /** What is under way goes on elsewhere, or after the next start, where it stopped. */
    @PreDestroy
    void stop() throws InterruptedException {
        runner.stop();
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            log.warn("an import is still under way");
        }
    }
}
