package io.issueloop.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an exception to Monday–Friday is (kpi.md §2). */
public enum DayType {
    WORK("工作日", Set.of("WORK", "工作日", "工作", "上班")),
    OFF("休息日", Set.of("OFF", "休息日", "休息", "休", "放假", "假", "TRUE")),
    ADJUSTED_WORK("补班", Set.of("ADJUSTED_WORK", "ADJUSTED", "补班", "班", "调休上班", "FALSE"));

    private final String label;
    private final Set<String> words;

    DayType(String label, Set<String> words) {
        this.label = label;
        this.words = words;
    }

    public String label() {
        return label;
    }

    /** The type people call by this word in their files; empty when nobody does. */
    static Optional<DayType> called(String word) {
        var wanted = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> type.words.contains(wanted)).findFirst();
    }
}
