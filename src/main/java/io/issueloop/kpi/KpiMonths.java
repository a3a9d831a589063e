package io.issueloop.kpi;

import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A quarter's months, which follow what was corrected in it (kpi.md §5). */
@Service
public class KpiMonths {

    private static final int MONTHS = 3;

    private final OwedPeriods owed;
    private final LockedPeriods locked;
    private final KpiRecomputation recomputation;

    KpiMonths(OwedPeriods owed, LockedPeriods locked, KpiRecomputation recomputation) {
        this.owed = owed;
        this.locked = locked;
        this.recomputation = recomputation;
    }

    /** Computes those again that there are, oldest first; none of a locked quarter. */
    @Transactional
    public void follow(Period quarter) {
        Stream.iterate(Period.at(Period.Kind.MONTH, quarter.start()), Period::next)
                .limit(MONTHS)
                .filter(month -> owed.isKnown(month) && locked.revision(month).isEmpty())
                .forEach(recomputation::recompute);
    }
}
