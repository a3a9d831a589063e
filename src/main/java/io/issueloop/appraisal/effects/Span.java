package io.issueloop.appraisal.effects;

import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import java.util.ArrayList;
import java.util.List;

/** One or more quarters in a row. */
public record Span(Period first, Period last) {

    private static final int MOST = 12;

    /**
     * @throws Refused when it is none
     */
    public static Span of(Period first, Period last) {
        if (first.kind() != Period.Kind.QUARTER || last.kind() != Period.Kind.QUARTER) {
            throw new Refused("请选择季度，例如 2026Q3");
        }
        var span = new Span(first, last);
        if (last.start().isBefore(first.start()) || span.quarters().size() > MOST) {
            throw new Refused("请按先后选择至多 %d 个季度".formatted(MOST));
        }
        return span;
    }

    List<Period> quarters() {
        var quarters = new ArrayList<Period>();
        for (var one = first; !one.start().isAfter(last.start()) && quarters.size() <= MOST; ) {
            quarters.add(one);
            one = one.next();
        }
        return quarters;
    }

    /** 2026Q2, or 2026Q2–2026Q3. */
    public String label() {
        return first.equals(last) ? first.code() : first.code() + "–" + last.code();
    }
}
