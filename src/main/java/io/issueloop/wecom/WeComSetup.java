package io.issueloop.wecom;

import io.issueloop.delivery.Modes;
import io.issueloop.directory.Directory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Creates in WeCom what the application needs there, verifies it by reading it back, and makes anew
 * what a person deleted (design.md §3, §6). What WeCom refuses does not stop the rest.
 */
@Component
public class WeComSetup {

    private static final Logger log = LoggerFactory.getLogger(WeComSetup.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<SetupPart> all;
    private final Directory directory;
    private final Sheets sheets;
    private final Leases leases;
    private final Modes modes;

    WeComSetup(
            List<SetupPart> parts, Directory directory, Sheets sheets, Leases leases, Modes modes) {
        this.all = parts;
        this.directory = directory;
        this.sheets = sheets;
        this.leases = leases;
        this.modes = modes;
    }

    /**
     * How one part stands.
     *
     * @param label in Chinese
     * @param essential whether issues cannot come in, or be worked on, without it
     * @param failure why it is not there, or is wrong; absent when all is well
     */
    public record Part(String label, boolean essential, @Nullable RuntimeException failure) {

        public Optional<String> problem() {
            return Optional.ofNullable(failure)
                    .map(
                            f ->
                                    f instanceof WeComRejected rejected
                                            ? "企业微信拒绝（错误码 %d）".formatted(rejected.errcode())
                                            : String.valueOf(f.getMessage()));
        }

        /** What a person can do; empty text where running it again is all. */
        public String advice() {
            return failure instanceof WeComRejected rejected ? rejected.advice() : "";
        }

        /** Whether it may go well by itself, later. */
        public boolean isPassing() {
            return failure instanceof WeComUnavailable || failure instanceof WeComBusy;
        }
    }

    /**
     * @param created what was created, in Chinese
     */
    public record Report(List<String> created, List<Part> parts) {

        /** Whether everything is there without which issues cannot come in. */
        public boolean isUsable() {
            return parts.stream().noneMatch(part -> part.essential() && part.failure() != null);
        }

        public List<Part> failed() {
            return parts.stream().filter(part -> part.failure() != null).toList();
        }
    }

    /**
     * Adds what is missing; may be run at any time, by any number of nodes. Remote, some seconds.
     *
     * @throws WeComUnavailable when not even the contacts can be read: run it again
     * @throws WeComRejected when WeCom does not let us in at all, with what to do
     */
    public Report attempt() {
        directory.refresh();
        return leases.whileHolding("setup", PATIENCE, () -> attemptAlone(parts()));
    }

    /** As {@link #attempt}, but only what failed then. */
    public Report attemptAgain(Report last) {
        var labels = last.failed().stream().map(Part::label).toList();
        var failed = parts().stream().filter(part -> labels.contains(part.label())).toList();
        return leases.whileHolding("setup", PATIENCE, () -> attemptAlone(failed));
    }

    /**
     * As {@link #attempt}, for those who need all that is essential.
     *
     * @return what was created, in Chinese; empty when nothing was missing
     * @throws RuntimeException the first failure of an essential part, after all were tried
     */
    public List<String> run() {
        var report = attempt();
        for (var part : report.parts()) {
            if (part.essential() && part.failure() != null) {
                throw part.failure();
            }
        }
        return report.created();
    }

    /** Looks at every part and changes nothing. Remote, some seconds. */
    public List<Part> examine() {
        return parts().stream().map(part -> tried(part, () -> verify(part))).toList();
    }

    /** What a person does, or nobody, is left out. */
    private List<SetupPart> parts() {
        return all.stream().filter(part -> modes.isAuto(part.capability())).toList();
    }

    private Report attemptAlone(List<SetupPart> wanted) {
        var created = new ArrayList<String>();
        var results = wanted.stream().map(p -> tried(p, () -> ensure(p, created::add))).toList();
        sheets.forget();
        var report = new Report(created, results);
        log.info(
                "set-up of WeCom: {} things created, {} parts failed",
                created.size(),
                report.failed().size());
        return report;
    }

    private static Part tried(SetupPart part, Runnable work) {
        try {
            work.run();
            return new Part(part.label(), part.isEssential(), null);
        } catch (RuntimeException failure) {
            return new Part(part.label(), part.isEssential(), failure);
        }
    }

    private static void ensure(SetupPart part, Consumer<String> created) {
        if (!part.missing().isEmpty()) {
            part.ensure(created);
            verify(part);
        }
    }

    private static void verify(SetupPart part) {
        var missing = part.missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("缺少或不符：" + String.join("、", missing));
        }
    }
}
