package io.issueloop.kpi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Which values of a period are other than before; pure functions. */
final class ValueChanges {

    private ValueChanges() {}

    static List<KpiRecomputation.ChangedValue> between(
            List<KpiValue> before, List<KpiValue> after) {
        var old = new HashMap<String, KpiValue>();
        before.forEach(value -> old.put(key(value), value));
        var now = new HashMap<String, KpiValue>();
        after.forEach(value -> now.put(key(value), value));
        var keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        var changes = new ArrayList<KpiRecomputation.ChangedValue>();
        for (var key : keys) {
            var former = Optional.ofNullable(old.get(key));
            var present = Optional.ofNullable(now.get(key));
            if (!former.map(ValueChanges::exactly).equals(present.map(ValueChanges::exactly))) {
                var was = former.map(ValueChanges::words).orElse("无");
                var is = present.map(ValueChanges::words).orElse("无");
                var parts = key.split(" ", 3);
                changes.add(
                        new KpiRecomputation.ChangedValue(parts[0], parts[1], parts[2], was, is));
            }
        }
        return changes;
    }

    private static String key(KpiValue value) {
        return String.join(" ", value.metric(), value.basis(), value.scope());
    }

    private static String exactly(KpiValue value) {
        return String.join(
                " ",
                KpiRows.plain(value.numerator()),
                KpiRows.plain(value.denominator()),
                KpiDisplay.of(value).status());
    }

    /** As people read it; what a score is made of is on its own page, it has no target to meet. */
    private static String words(KpiValue value) {
        var shown = KpiDisplay.of(value);
        return value.metric().equals("SCORE")
                ? shown.value() + " " + shown.unit()
                : "%s %s（%s / %s，%s）"
                        .formatted(
                                shown.value(),
                                shown.unit(),
                                KpiRows.plain(value.numerator()),
                                KpiRows.plain(value.denominator()),
                                shown.status());
    }
}
