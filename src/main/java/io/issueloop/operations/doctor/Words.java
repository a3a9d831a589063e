package io.issueloop.operations.doctor;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers and lists as people say them. */
final class Words {

    private static final int MOST = 5;

    private Words() {}

    /** 3 分钟, 2 小时, 5 天: the largest unit, rounded down. */
    static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
            return duration.toSeconds() + " 秒";
        }
        if (duration.compareTo(Duration.ofHours(2)) < 0) {
            return duration.toMinutes() + " 分钟";
        }
        return duration.compareTo(Duration.ofDays(2)) < 0
                ? duration.toHours() + " 小时"
                : duration.toDays() + " 天";
    }

    /** The first few, and how many there are where there are more. */
    static String some(Collection<String> all) {
        var first = List.copyOf(all).stream().limit(MOST).collect(Collectors.joining("、"));
        return all.size() <= MOST ? first : first + " 等 " + all.size() + " 个";
    }
}
