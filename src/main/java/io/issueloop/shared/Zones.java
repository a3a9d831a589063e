package io.issueloop.shared;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** The one zone people's dates and periods are in; instants are UTC everywhere else (kpi.md §1). */
public final class Zones {

    public static final ZoneId REPORTING = ZoneId.of("Asia/Shanghai");

    /** For REST answers: China has had no daylight saving since 1991. */
    public static final ZoneOffset REPORTING_OFFSET = ZoneOffset.ofHours(8);

    private Zones() {}
}
