package io.issueloop.operations.doctor;

import io.issueloop.operations.Explanation;
import io.issueloop.operations.doctor.About.Need;
import io.issueloop.operations.doctor.Finding.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Runs the checks one after the other; the failure of one stops only those that stand on it. */
public final class Doctor {

    private static final List<Class<? extends Check>> CHECKS =
            List.of(
                    SettingsCheck.class,
                    DatabaseCheck.class,
                    DiskCheck.class,
                    TokenCheck.class,
                    AddressCheck.class,
                    ClockCheck.class,
                    CallbackCheck.class,
                    VisibleRangeCheck.class,
                    RolesCheck.class,
                    ResourcesCheck.class,
                    ModesCheck.class,
                    ReconciliationCheck.class,
                    InboxCheck.class,
                    JobsCheck.class,
                    IncidentsCheck.class,
                    CalendarCheck.class);

    private final AutowireCapableBeanFactory beans;

    public Doctor(AutowireCapableBeanFactory beans) {
        this.beans = beans;
    }

    /** What one check found. */
    public record Result(String name, List<Finding> findings) {
        public boolean has(Level level) {
            return findings.stream().anyMatch(finding -> finding.level() == level);
        }
    }

    /** Remote, up to a minute when nobody answers. */
    public List<Result> examine() {
        var missing = EnumSet.noneOf(Need.class);
        var results = new ArrayList<Result>();
        for (var check : CHECKS) {
            var about = check.getAnnotation(About.class);
            var absent = Stream.of(about.needs()).filter(missing::contains).toList();
            var findings = absent.isEmpty() ? look(check) : List.of(skipped(absent));
            var result = new Result(about.value(), findings);
            if (result.has(Level.BROKEN) || result.has(Level.SKIPPED)) {
                missing.addAll(Set.of(about.grounds()));
            }
            results.add(result);
        }
        return results;
    }

    private List<Finding> look(Class<? extends Check> check) {
        try {
            return beans.createBean(check).look();
        } catch (RuntimeException problem) {
            return List.of(Finding.broken(Explanation.of(problem), ""));
        }
    }

    private static Finding skipped(List<Need> absent) {
        return Finding.skipped(
                absent.stream()
                        .map(Need::label)
                        .collect(Collectors.joining("、", "未检查：请先解决上面", "的问题")));
    }
}
